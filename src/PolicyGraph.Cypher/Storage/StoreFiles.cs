using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PolicyGraph.Cypher.Storage;

/// <summary>The files of one store, as far as the store needs a file system. What was not synced may be gone, or be there in part, after a crash.</summary>
internal interface IStoreFiles
{
    /// <summary>How a file is named to the user.</summary>
    string Describe(string name);

    /// <summary>Creates the folder where there is none.</summary>
    void CreateFolder();

    /// <summary>Opens a file as it is now; null when there is none.</summary>
    IStoreFile? OpenRead(string name);

    /// <summary>Writes at an offset; creates the file where there is none.</summary>
    void Write(string name, long offset, ReadOnlySpan<byte> bytes);

    /// <summary>Cuts a file off.</summary>
    void Truncate(string name, long length);

    /// <summary>Waits until the disk has the file's bytes.</summary>
    void Sync(string name);

    /// <summary>Puts a file in the place of another, at once, and waits until the disk has done so when <paramref name="sync"/> says so.</summary>
    void Replace(string name, string target, bool sync);

    /// <summary>Takes the writer's lock of the folder.</summary>
    /// <returns>The lock, to be disposed; null when another process has it.</returns>
    IDisposable? TryLock();
}

/// <summary>A file that is open for reading; it stays the same file when another takes its place.</summary>
internal interface IStoreFile : IDisposable
{
    /// <summary>How long it is now.</summary>
    long Length { get; }

    /// <summary>Reads as much as there is, up to the length of <paramref name="buffer"/>.</summary>
    int Read(long offset, Span<byte> buffer);
}

/// <summary>A folder on a disk.</summary>
internal sealed class DiskFiles(string folder) : IStoreFiles
{
    private const string LockFile = "graph.lock";

    public string Describe(string name) => Path.Combine(folder, name);

    public void CreateFolder() => Directory.CreateDirectory(folder);

    public IStoreFile? OpenRead(string name)
    {
        try
        {
            return new DiskFile(File.OpenHandle(Describe(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Write(string name, long offset, ReadOnlySpan<byte> bytes)
    {
        using var handle = OpenWrite(name);
        RandomAccess.Write(handle, bytes, offset);
    }

    public void Truncate(string name, long length)
    {
        using var handle = OpenWrite(name);
        RandomAccess.SetLength(handle, length);
    }

    public void Sync(string name)
    {
        using var handle = OpenWrite(name);
        RandomAccess.FlushToDisk(handle);
    }

    public void Replace(string name, string target, bool sync)
    {
        File.Move(Describe(name), Describe(target), overwrite: true);
        if (sync && !OperatingSystem.IsWindows())
        {
            SyncFolder();
        }
    }

    public IDisposable? TryLock()
    {
        try
        {
            return File.OpenHandle(Describe(LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeldElsewhere(e))
        {
            return null;
        }
    }

    /// <summary>EAGAIN of Linux and of macOS, and Windows' sharing and lock violations: all that tells a lock from a disk that refuses.</summary>
    private static bool IsHeldElsewhere(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021);

    private SafeFileHandle OpenWrite(string name) =>
        File.OpenHandle(Describe(name), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>A rename lasts once the folder itself is synced; .NET opens no folders, so the C library does it.</summary>
    private void SyncFolder()
    {
        var descriptor = Open(folder, 0);
        if (descriptor >= 0)
        {
            _ = Fsync(descriptor);
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);

    private sealed class DiskFile(SafeFileHandle handle) : IStoreFile
    {
        public long Length => RandomAccess.GetLength(handle);

        public int Read(long offset, Span<byte> buffer)
        {
            var read = 0;
            while (read < buffer.Length && RandomAccess.Read(handle, buffer[read..], offset + read) is > 0 and var more)
            {
                read += more;
            }

            return read;
        }

        public void Dispose() => handle.Dispose();
    }
}
