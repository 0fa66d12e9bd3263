using System.Globalization;
using System.Text;

namespace PolicyGraph.Ingestion.Storage;

/// <summary>The lock of a data folder: one writer at a time over originals, journal and graph, in this process and in others.</summary>
/// <remarks>
/// The operating system holds it (<c>writer.lock</c>) and gives it back when the process ends in any way; <c>writer.holder</c> beside it only says who has it.
/// Readers never ask for it.
/// </remarks>
public sealed class DataLock : IDisposable
{
    private const string LockFile = "writer.lock";
    private const string HolderFile = "writer.holder";
    private const int LongestHolder = 300;

    private readonly FileStream held;

    private DataLock(FileStream held) => this.held = held;

    /// <summary>Takes the lock, waiting for its holder.</summary>
    /// <param name="folder">The data folder; created when it is missing.</param>
    /// <param name="command">What the holder does, as others read it.</param>
    /// <param name="wait">How long to wait for another holder.</param>
    /// <param name="time">The clock of wait and note.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IngestionException">The holder did not finish in time, which the message names; or the folder cannot be written.</exception>
    public static async Task<DataLock> TakeAsync(string folder, string command, TimeSpan wait, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(time);
        var begun = time.GetTimestamp();
        for (var pause = 5; ; pause = Math.Min(pause * 2, 100))
        {
            if (TryTake(folder) is { } held)
            {
                Note(folder, command, time);
                return new DataLock(held);
            }

            if (time.GetElapsedTime(begun) >= wait)
            {
                var waited = wait.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
                throw new IngestionException($"数据文件夹 {folder} 正由另一个进程写入（{ReadNote(folder)}），等了 {waited} 秒仍未结束：请等它完成后再试，用 --wait 多等一会儿，或先结束该进程");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(pause), time, cancellationToken);
        }
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose() => held.Dispose();

    private static FileStream? TryTake(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(Path.Combine(folder, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.HResult is 11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021)) // EAGAIN of Linux and macOS, Windows' sharing and lock violations
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IngestionException($"数据文件夹 {folder} 不能写入（{Cause(e)}）：请用 --data 指定一个可写的文件夹，或检查磁盘空间和权限；其中已有的内容未受影响", e);
        }
    }

    private static string Cause(Exception error) => error switch
    {
        UnauthorizedAccessException => "没有权限",
        FileNotFoundException or DirectoryNotFoundException => "这个位置不能创建文件夹",
        IOException { HResult: 28 } => "磁盘已满",
        IOException { HResult: 30 } => "磁盘是只读的",
        _ => error.Message,
    };

    private static void Note(string folder, string command, TimeProvider time)
    {
        try
        {
            var since = time.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            var line = command.ReplaceLineEndings(" ");
            line = line.Length <= LongestHolder ? line : line[..LongestHolder] + "…";
            File.WriteAllText(Path.Combine(folder, HolderFile), $"进程 {Environment.ProcessId}，命令 {line}，自 {since} UTC", new UTF8Encoding(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The note is a courtesy; the lock holds without it, and the commit will say what is wrong with the disk.
        }
    }

    private static string ReadNote(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, HolderFile)) is { Length: > 0 } note ? note : "未留名";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "未留名";
        }
    }
}
