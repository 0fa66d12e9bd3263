using PolicyGraph.Cypher.Storage;

namespace PolicyGraph.Cypher.Tests.Storage;

/// <summary>A disk in memory that writes down what is done to it, so that a crash can be staged at any byte of it.</summary>
/// <remarks>What was not synced before the crash may be whole, torn, zeros or gone, each write for itself; a rename that was not synced may not have happened.</remarks>
internal sealed class FakeFiles : IStoreFiles
{
    private readonly Dictionary<string, int> names = [];
    private readonly Dictionary<int, byte[]> contents = [];
    private readonly List<Operation> journal = [];
    private int files;
    private bool locked;

    /// <summary>Bytes that may still be written before the disk is full.</summary>
    public long Room { get; set; } = long.MaxValue;

    /// <summary>Whether syncing fails.</summary>
    public bool FailSync { get; set; }

    /// <summary>Whether cutting off fails.</summary>
    public bool FailTruncate { get; set; }

    /// <summary>How many operations were done.</summary>
    public int Operations => journal.Count;

    /// <summary>Bytes that an operation writes; 0 for one that writes none.</summary>
    public int BytesOf(int operation) => journal[operation].Bytes.Length;

    public byte[] this[string name]
    {
        get => contents[names[name]];
        set => contents[FileOf(name)] = value;
    }

    public IEnumerable<string> Names => names.Keys.Order(StringComparer.Ordinal);

    public void Remove(string name) => names.Remove(name);

    public string Describe(string name) => name;

    public void CreateFolder()
    {
    }

    public IStoreFile? OpenRead(string name) => names.TryGetValue(name, out var file) ? new OpenFile(this, file) : null;

    public void Write(string name, long offset, ReadOnlySpan<byte> bytes)
    {
        var written = bytes[..(int)Math.Min(bytes.Length, Room)];
        Room -= written.Length;
        Do(new(Kind.Write, FileOf(name), offset, written.ToArray()));
        if (written.Length < bytes.Length)
        {
            throw new IOException("No space left on device");
        }
    }

    public void Truncate(string name, long length)
    {
        if (FailTruncate)
        {
            throw new IOException("Input/output error");
        }

        Do(new(Kind.Truncate, FileOf(name), length, []));
    }

    public void Sync(string name)
    {
        if (FailSync)
        {
            throw new IOException("Input/output error");
        }

        Do(new(Kind.Sync, FileOf(name), 0, []));
    }

    public void Replace(string name, string target, bool sync)
    {
        Do(new(Kind.Rename, names[name], 0, [], name, target));
        if (sync)
        {
            Do(new(Kind.SyncFolder, 0, 0, []));
        }
    }

    public IDisposable? TryLock()
    {
        if (locked)
        {
            return null;
        }

        locked = true;
        return new Lock(this);
    }

    /// <summary>The disk after a crash that let some operations through, and of the next one some bytes.</summary>
    /// <param name="whole">Operations that were done.</param>
    /// <param name="bytes">Bytes of the next operation that were written.</param>
    /// <param name="losing">Decides what becomes of what was not synced; null when all of it is kept.</param>
    public FakeFiles AfterCrash(int whole, int bytes, Random? losing)
    {
        var after = new FakeFiles { files = files };
        var happened = journal.Take(whole).ToList();
        if (bytes > 0)
        {
            happened.Add(journal[whole] with { Bytes = journal[whole].Bytes[..bytes] });
        }

        var folderSynced = happened.FindLastIndex(o => o.Kind == Kind.SyncFolder);
        var renamesLost = false;
        for (var i = 0; i < happened.Count; i++)
        {
            var operation = happened[i];
            var synced = losing is null || happened.FindIndex(i, o => o.Kind == Kind.Sync && o.File == operation.File) >= 0;
            if (operation.Kind == Kind.Rename)
            {
                renamesLost |= losing is not null && i > folderSynced && losing.Next(2) == 0;
                if (renamesLost)
                {
                    continue;
                }
            }
            else if (!synced && operation.Kind is Kind.Write or Kind.Truncate)
            {
                if (Torn(operation, losing!) is not { } torn) // Not synced only where something decides.
                {
                    continue;
                }

                operation = torn;
            }

            after.Apply(operation);
        }

        foreach (var operation in happened.Where(o => o.Kind == Kind.Create && !after.names.ContainsValue(o.File) && !after.names.ContainsKey(o.Name!)))
        {
            after.names[operation.Name!] = operation.File;
            after.contents.TryAdd(operation.File, []);
        }

        return after;
    }

    private static Operation? Torn(Operation operation, Random losing) => losing.Next(5) switch
    {
        0 => null,
        1 => operation with { Bytes = operation.Bytes[..losing.Next(operation.Bytes.Length + 1)] },
        2 => operation with { Bytes = [.. operation.Bytes.Select((b, i) => i < operation.Bytes.Length / 2 ? b : (byte)0)] },
        3 => operation with { Bytes = [.. operation.Bytes.Select((b, i) => i < operation.Bytes.Length / 2 ? (byte)0 : b)] },
        _ => operation,
    };

    private int FileOf(string name)
    {
        if (!names.TryGetValue(name, out var file))
        {
            file = ++files;
            Do(new(Kind.Create, file, 0, [], name));
        }

        return file;
    }

    private void Do(Operation operation)
    {
        journal.Add(operation);
        Apply(operation);
    }

    private void Apply(Operation operation)
    {
        switch (operation.Kind)
        {
            case Kind.Create:
                names[operation.Name!] = operation.File; // Always named.
                contents.TryAdd(operation.File, []);
                break;
            case Kind.Write when operation.Bytes.Length > 0:
                var old = contents.GetValueOrDefault(operation.File, []);
                var content = new byte[Math.Max(old.Length, operation.Offset + operation.Bytes.Length)];
                old.CopyTo(content, 0);
                operation.Bytes.CopyTo(content, operation.Offset);
                contents[operation.File] = content;
                break;
            case Kind.Truncate:
                var cut = contents.GetValueOrDefault(operation.File, []);
                Array.Resize(ref cut, (int)operation.Offset);
                contents[operation.File] = cut;
                break;
            case Kind.Rename:
                names.Remove(operation.Name!);
                names[operation.Target!] = operation.File; // A rename has both names.
                break;
        }
    }

    private enum Kind
    {
        Create,
        Write,
        Truncate,
        Sync,
        Rename,
        SyncFolder,
    }

    private sealed record Operation(Kind Kind, int File, long Offset, byte[] Bytes, string? Name = null, string? Target = null);

    private sealed class OpenFile(FakeFiles disk, int file) : IStoreFile
    {
        public long Length => disk.contents[file].Length;

        public int Read(long offset, Span<byte> buffer)
        {
            var content = disk.contents[file];
            var read = (int)Math.Clamp(content.Length - offset, 0, buffer.Length);
            content.AsSpan((int)Math.Min(offset, content.Length), read).CopyTo(buffer);
            return read;
        }

        public void Dispose()
        {
        }
    }

    private sealed class Lock(FakeFiles disk) : IDisposable
    {
        public void Dispose() => disk.locked = false;
    }
}
