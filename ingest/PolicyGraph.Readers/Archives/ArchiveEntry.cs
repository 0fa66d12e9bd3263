using PolicyGraph.Text;

namespace PolicyGraph.Readers;

/// <summary>One file in an archive.</summary>
/// <param name="Path">Relative, with <c>/</c>; a file of an archive within the archive has that archive's path before it.</param>
/// <param name="Content">Its bytes; empty when it is refused.</param>
/// <param name="Refused">Why it was not unpacked; null when it was.</param>
public sealed record ArchiveEntry(string Path, ReadOnlyMemory<byte> Content, Diagnostic? Refused = null);
