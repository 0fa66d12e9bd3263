using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PolicyGraph.Cypher.Storage;

/// <summary>The lock that keeps other processes from writing, with a note beside it that says who has it.</summary>
internal static class WriterLock
{
    private const string NoteFile = "graph.holder";
    private const int LongestNote = 300;

    /// <summary>Takes the lock, waiting for its holder.</summary>
    /// <exception cref="GraphStoreException">The holder did not finish in time; the message names it.</exception>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public static IDisposable Take(IStoreFiles files, TimeSpan wait, TimeProvider time, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        for (var pause = 2; ; pause = Math.Min(pause * 2, 100))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (files.TryLock() is { } held)
            {
                Note(files, time);
                return held;
            }

            if (time.GetElapsedTime(begun) >= wait)
            {
                throw new GraphStoreException($"图谱正由另一个进程写入（{ReadNote(files)}），等了 {wait.TotalSeconds:0.#} 秒仍未结束：请等它完成后再试，或先结束该进程。", files.Describe(NoteFile));
            }

            cancellationToken.WaitHandle.WaitOne(pause);
        }
    }

    private static void Note(IStoreFiles files, TimeProvider time)
    {
        try
        {
            var command = Environment.GetCommandLineArgs();
            command[0] = Path.GetFileName(command[0]);
            var since = time.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            var note = $"进程 {Environment.ProcessId}，自 {since} UTC，命令 {string.Join(' ', command)}".ReplaceLineEndings(" ");
            var bytes = Encoding.UTF8.GetBytes(note.Length <= LongestNote ? note : note[..LongestNote] + "…");
            files.Write(NoteFile, 0, bytes);
            files.Truncate(NoteFile, bytes.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Debug.WriteLine(e); // The note is a courtesy; the lock holds without it, and the commit will say what is wrong with the disk.
        }
    }

    private static string ReadNote(IStoreFiles files)
    {
        try
        {
            using var file = files.OpenRead(NoteFile);
            var bytes = new byte[LongestNote * 4];
            var read = file?.Read(0, bytes) ?? 0;
            return read == 0 ? "未留名" : Encoding.UTF8.GetString(bytes, 0, read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "未留名";
        }
    }
}
