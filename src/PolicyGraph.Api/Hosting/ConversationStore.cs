using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PolicyGraph.Api.Json;

namespace PolicyGraph.Api.Hosting;

/// <summary>What a user asked before in a conversation, in <c>conversations</c> of the data folder.</summary>
/// <remarks>
/// A conversation's id is any string: its file is named by the id's digest, so no id can name a place outside the folder. Only the user's questions are kept,
/// the last <see cref="MaxTurns"/> of them; a file that cannot be read is an empty conversation.
/// </remarks>
public sealed class ConversationStore(string data)
{
    /// <summary>Turns that are kept.</summary>
    public const int MaxTurns = 20;

    /// <summary>Longest id.</summary>
    public const int MaxId = 1_000;

    private const int MaxBytes = 256 * 1024;
    private const int MaxConversations = 10_000;
    private readonly string folder = Path.Combine(data, "conversations");

    /// <summary>The user's earlier questions, oldest first.</summary>
    /// <exception cref="RequestException">The id is empty or too long.</exception>
    public IReadOnlyList<string> Read(string id)
    {
        var file = FileOf(id);
        try
        {
            if (!File.Exists(file) || new FileInfo(file).Length > MaxBytes)
            {
                return [];
            }

            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            return json.RootElement.ValueKind == JsonValueKind.Array
                ? [.. json.RootElement.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!).TakeLast(MaxTurns)] // a string element has a string
                : [];
        }
        catch (Exception error) when (error is IOException or JsonException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Adds a question.</summary>
    /// <exception cref="RequestException">The id is empty or too long, the folder holds too many conversations, or it cannot be written.</exception>
    public void Append(string id, string question)
    {
        var file = FileOf(id);
        var turns = Read(id).Append(question).TakeLast(MaxTurns).ToList();
        try
        {
            Directory.CreateDirectory(folder);
            if (!File.Exists(file) && Directory.EnumerateFiles(folder).Take(MaxConversations).Count() == MaxConversations)
            {
                throw new RequestException($"{folder} 里已有 {MaxConversations} 个对话，请删去旧的再用 --conversation");
            }

            var written = JsonText.ToText(json =>
            {
                json.WriteStartArray();
                foreach (var turn in turns)
                {
                    json.WriteStringValue(turn);
                }

                json.WriteEndArray();
            });
            var draft = $"{file}.{Environment.ProcessId}.tmp";
            File.WriteAllText(draft, written, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(draft, file, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RequestException($"对话写不进 {folder}：{error.Message}", error);
        }
    }

    private string FileOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length is 0 or > MaxId)
        {
            throw new RequestException(id.Length == 0 ? "--conversation 的 id 是空的" : $"--conversation 的 id 有 {id.Length} 个字符，最多 {MaxId} 个");
        }

        return Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..40] + ".json");
    }
}
