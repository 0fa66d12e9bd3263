using System.Text.Json.Serialization;

namespace PolicyGraph.Api.Hosting;

/// <summary>How the moves of a restore are written down.</summary>
[JsonSerializable(typeof(RestoreSwap))]
internal sealed partial class RestoreSwapJson : JsonSerializerContext;
