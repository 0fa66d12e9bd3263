using System.Security.Cryptography;

namespace PolicyGraph.Readers;

/// <summary>The bytes of one file with what bounds their reading.</summary>
/// <param name="Bytes">The whole file.</param>
/// <param name="Extension">The name's extension in lower case with its dot; empty when there is none or when it is not letters and digits.</param>
/// <param name="Options">Limits.</param>
/// <param name="Cancellation">Ends the reading, also when its time is over.</param>
internal sealed record Intake(ReadOnlyMemory<byte> Bytes, string Extension, ReaderOptions Options, CancellationToken Cancellation)
{
    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));

    /// <summary>Reads all of <paramref name="content"/>, and not one byte more than the limit.</summary>
    public static async Task<ReadOnlyMemory<byte>> TakeAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        if (content.CanSeek && content.Length - content.Position > limit)
        {
            throw Refusal.TooLarge(limit);
        }

        using var buffer = new MemoryStream(content.CanSeek ? (int)(content.Length - content.Position) : 0);
        var chunk = new byte[81920];
        while (await content.ReadAsync(chunk, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            if (buffer.Length + read > limit)
            {
                throw Refusal.TooLarge(limit);
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.TryGetBuffer(out var taken) ? taken : buffer.ToArray();
    }

    public static string ExtensionOf(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        var extension = dot < 0 ? "" : fileName[dot..];
        return extension.Length is > 1 and <= 11 && extension.AsSpan(1).IndexOfAnyExceptInRange('0', 'z') < 0 && extension.Skip(1).All(char.IsAsciiLetterOrDigit)
            ? extension.ToLowerInvariant()
            : "";
    }
}
