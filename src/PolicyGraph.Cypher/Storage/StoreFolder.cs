using System.Security.Cryptography;

namespace PolicyGraph.Cypher.Storage;

/// <summary>The files of one store: <c>graph.log</c> holds everything, <c>graph.snapshot</c> saves reading it from the start.</summary>
/// <remarks>One thread at a time. Writing needs the lock, and a <see cref="Read"/> under it.</remarks>
internal sealed partial class StoreFolder(IStoreFiles files, GraphStoreOptions options)
{
    private const string Log = "graph.log";
    private const string Snapshot = "graph.snapshot";
    private const string Acknowledged = "graph.acknowledged";
    private const string New = ".new";
    private const string Rebuild = "请运行 policygraph rebuild 从原始文件重建图谱，原文件会留作备份";

    private readonly List<string> warnings = [];
    private LogPosition position;
    private long tornAt = -1;
    private int version = LogFormat.Version;
    private IDisposable? held;

    /// <summary>What was found and put right, oldest first.</summary>
    public IReadOnlyList<string> Warnings
    {
        get
        {
            lock (warnings)
            {
                return [.. warnings];
            }
        }
    }

    /// <summary>Takes the writer's lock of the folder, creating the folder.</summary>
    public void Lock(CancellationToken cancellationToken) => Writing(Log, () =>
    {
        files.CreateFolder();
        held = WriterLock.Take(files, options.LockWait, options.TimeProvider, cancellationToken);
    });

    /// <summary>Gives the lock back.</summary>
    public void Unlock()
    {
        held?.Dispose();
        held = null;
    }

    /// <summary>Follows the log from where a state stands.</summary>
    /// <param name="state">The state as it was last read or committed.</param>
    /// <returns>The state as it is now; the same instance when nothing happened.</returns>
    /// <exception cref="GraphStoreException">The log is damaged, of a newer version, gone, or cannot be read.</exception>
    public GraphState Read(GraphState state)
    {
        try
        {
            var acknowledged = ReadAcknowledged(); // Before the log, so that a commit in between cannot look like a loss.
            using var log = files.OpenRead(Log);
            if (log is null)
            {
                using var snapshot = files.OpenRead(Snapshot);
                if (acknowledged.Identity != 0 || snapshot is not null || position != default)
                {
                    throw new GraphStoreException($"{files.Describe(Log)} 不见了，而旁边的文件表明其中有过提交：请把它放回原处，或{Rebuild[1..]}。", files.Describe(Log));
                }

                tornAt = -1;
                return state;
            }

            var identity = ReadIdentity(log);
            if (!Continues(log, identity, position))
            {
                state = Restart(state, identity);
                state = (options.ReadWholeLog ? null : ReadSnapshot(log, state, identity)) ?? state;
            }

            return ReadRecords(log, state, acknowledged.Identity == identity ? acknowledged.Offset : 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GraphStoreException($"不能读取 {files.Describe(Log)}（{e.Message}）：请检查磁盘和权限。", files.Describe(Log), innerException: e);
        }
    }

    /// <summary>The log's format, its length as far as commits are whole, and where a torn tail begins (-1 for none), as of the last <see cref="Read"/>.</summary>
    public (int Version, long Length, long TornAt) Extent => position == default ? (0, 0, -1) : (version, position.Offset, tornAt);

    /// <summary>Copies the log as far as it was last read.</summary>
    /// <returns>False when another log has taken its place meanwhile; nothing was copied.</returns>
    public bool TryCopyLog(Stream target)
    {
        try
        {
            using var log = files.OpenRead(Log);
            if (log is null || !Continues(log, ReadIdentity(log), position))
            {
                return log is null && position == default;
            }

            var block = new byte[1 << 20];
            for (long at = 0; at < position.Offset; at += block.Length)
            {
                var part = block.AsSpan(0, (int)Math.Min(block.Length, position.Offset - at));
                if (log.Read(at, part) < part.Length)
                {
                    throw new GraphStoreException($"{files.Describe(Log)} 在读取时变短了：请重试。", files.Describe(Log), at);
                }

                target.Write(part);
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GraphStoreException($"不能读取 {files.Describe(Log)} 或写入备份（{e.Message}）：请检查磁盘空间和权限。", files.Describe(Log), innerException: e);
        }
    }

    private GraphState Restart(GraphState state, ulong identity)
    {
        position = identity == 0 ? default : new(identity, LogFormat.HeaderLength, 0, 0);
        (snapshotOffset, snapshotLength) = (0, 0);
        return new GraphState(state.Vocabulary);
    }

    private GraphState ReadRecords(IStoreFile log, GraphState state, long acknowledged)
    {
        var reader = new LogReader(log, position.Identity);
        GraphState? editing = null;
        var next = position;
        while (reader.TryRead(next.Offset, out var head, out var payload) || HasArrived(log, ref reader, next, out head, out payload))
        {
            editing ??= state.BeginEdit();
            if (next.LastRecord != 0 && head.Sequence != editing.Sequence + 1)
            {
                throw Damaged(next.Offset, $"第 {editing.Sequence} 次提交之后是第 {head.Sequence} 次");
            }

            try
            {
                CommitCodec.Apply(editing, payload);
            }
            catch (InvalidDataException e)
            {
                throw Damaged(next.Offset, e.Message);
            }

            editing.Sequence = head.Sequence;
            next = new(next.Identity, next.Offset + LogFormat.HeadLength + head.Length, next.Offset, head.Checksum);
        }

        if (next.Offset < acknowledged)
        {
            throw Damaged(next.Offset, "这里有一次已确认的提交");
        }

        tornAt = log.Length > next.Offset ? next.Offset : -1;
        position = next;
        return editing?.Publish() ?? state;
    }

    /// <summary>Looks again where no whole commit stood: a whole one behind it says that it is damaged, or that a writer has finished it meanwhile, and others after it.</summary>
    private bool HasArrived(IStoreFile log, ref LogReader reader, LogPosition next, out RecordHead head, out ReadOnlyMemory<byte> payload)
    {
        (head, payload) = (default, default);
        if (log.Length <= next.Offset || reader.FindNext(next.Offset) is not (>= 0 and var intact))
        {
            return false;
        }

        reader = new LogReader(log, next.Identity); // Without what was read too early.
        return reader.TryRead(next.Offset, out head, out payload) ? true : throw Damaged(next.Offset, $"字节 {intact} 处还有完好的提交");
    }

    private GraphState? ReadSnapshot(IStoreFile log, GraphState empty, ulong identity)
    {
        using var file = files.OpenRead(Snapshot);
        if (file is null)
        {
            return null;
        }

        var damaged = true;
        try
        {
            var state = StoreSnapshot.TryRead(file, identity, empty.Vocabulary, out var saved, out damaged);
            if (state is not null && Continues(log, identity, saved))
            {
                position = saved;
                snapshotOffset = saved.Offset;
                snapshotLength = file.Length;
                return state;
            }
        }
        catch (InvalidDataException)
        {
            damaged = true;
        }

        if (damaged)
        {
            Warn($"{files.Describe(Snapshot)} 已损坏，未予采用：图谱已由日志完整重建。");
        }

        return null;
    }

    private static bool Continues(IStoreFile log, ulong identity, LogPosition from)
    {
        var head = new byte[LogFormat.HeadLength];
        return identity == from.Identity
            && log.Length >= from.Offset
            && (from.LastRecord == 0
                || (log.Read(from.LastRecord, head) == head.Length && LogFormat.TryReadHead(head, identity, out var read) && read.Checksum == from.LastChecksum));
    }

    private ulong ReadIdentity(IStoreFile log)
    {
        var header = new byte[LogFormat.HeaderLength];
        if (!LogFormat.TryReadHeader(header.AsSpan(0, log.Read(0, header)), out var identity, out version))
        {
            throw Damaged(0, "文件头不完整");
        }

        return version <= LogFormat.Version
            ? identity
            : throw new GraphStoreException($"{files.Describe(Log)} 的格式版本是 {version}，本程序只认得到版本 {LogFormat.Version}：请用更新的 policygraph 打开。", files.Describe(Log));
    }

    private GraphStoreException Damaged(long offset, string what) =>
        new($"{files.Describe(Log)} 在字节 {offset} 处损坏（{what}），为免给出残缺的图谱而拒绝打开：{Rebuild}。", files.Describe(Log), offset);

    private void Warn(string warning)
    {
        lock (warnings)
        {
            warnings.Add(warning);
        }
    }

    private static ulong NewIdentity()
    {
        Span<byte> random = stackalloc byte[8];
        RandomNumberGenerator.Fill(random);
        return BitConverter.ToUInt64(random) | 1; // 0 means no log.
    }
}
