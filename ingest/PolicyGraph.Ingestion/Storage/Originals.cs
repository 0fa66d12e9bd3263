using System.Security.Cryptography;

namespace PolicyGraph.Ingestion.Storage;

/// <summary>The bytes of everything that was ever ingested, each file once under its SHA-256: <c>originals/&lt;sha256&gt;</c>.</summary>
/// <remarks>With the journal they are the truth from which the graph can be made again.</remarks>
public sealed class Originals(string folder)
{
    /// <summary>Keeps the bytes; nothing happens when they are there already. Durable when the method returns.</summary>
    /// <returns>Their SHA-256, lower-case hexadecimal.</returns>
    /// <exception cref="IngestionException">The disk refuses.</exception>
    public string Keep(ReadOnlySpan<byte> content)
    {
        var name = Hash(content);
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
        {
            return name;
        }

        var half = path + ".part";
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(folder)) is { } data && !Directory.Exists(data))
            {
                throw new DirectoryNotFoundException($"{data} 不见了"); // Made anew it would hide that everything else is gone as well.
            }

            Directory.CreateDirectory(folder);
            using (var stream = new FileStream(half, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(half, path, overwrite: true);
            return name;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IngestionException($"无法把原件存入 {folder}：{error.Message}；请检查磁盘空间和权限", error);
        }
    }

    /// <summary>Opens the bytes that were kept under a SHA-256.</summary>
    /// <exception cref="IOException">They are not there, or no longer what they were.</exception>
    public Stream Open(string sha256)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, sha256));
        return Hash(bytes) == sha256 ? new MemoryStream(bytes, writable: false) : throw new IOException($"原件 {sha256} 已损坏；请从备份恢复，或重新装载这份文件");
    }

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
