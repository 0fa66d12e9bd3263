using System.Buffers.Binary;

namespace PolicyGraph.Cypher.Storage;

/// <summary>Writing: all of it under the lock.</summary>
internal sealed partial class StoreFolder
{
    private const int AcknowledgedLength = 20;
    private const int LargeRecord = 1 << 16;

    private long snapshotOffset;
    private long snapshotLength;
    private FailedRecord? failed;

    /// <summary>Takes away what a crash, or a commit that failed here, left behind the last commit.</summary>
    public void CutTail()
    {
        if (tornAt < 0)
        {
            return;
        }

        var at = tornAt;
        Writing(Log, () =>
        {
            files.Truncate(Log, at);
            files.Sync(Log);
        });
        tornAt = -1;
        Warn($"{files.Describe(Log)} 末尾有一次没有写完的提交，已从字节 {at} 处截去：在它之前的提交都在。");
    }

    /// <summary>Writes a log of an older version anew in today's: an older program then refuses it, instead of taking new commits for damage.</summary>
    public void Upgrade(GraphState state)
    {
        if (version < LogFormat.Version)
        {
            Compact(state);
        }
    }

    /// <summary>Takes back a commit that failed before, when it could not be taken back then. Comes before <see cref="Read"/>.</summary>
    public void TakeBackFailed()
    {
        if (failed is not { } record)
        {
            return;
        }

        Writing(Log, () =>
        {
            using (var log = files.OpenRead(Log))
            {
                var head = new byte[LogFormat.HeadLength];
                var ours = log is not null
                    && log.Length <= record.End
                    && (log.Read(record.Offset, head) < head.Length || !LogFormat.TryReadHead(head, record.Identity, out var read) || read.Checksum == record.Checksum);
                if (!ours)
                {
                    return; // Another process has cut it off already, and may have gone on from there.
                }
            }

            files.Truncate(Log, record.Offset);
            files.Sync(Log);
        });
        failed = null;
    }

    /// <summary>Makes a commit durable.</summary>
    /// <exception cref="GraphStoreException">It could not be written; the log is as it was.</exception>
    public void Append(GraphState before, GraphState after, Changes changes)
    {
        var record = CommitCodec.Write(before, after, changes);
        if (position.Identity == 0)
        {
            Writing(Log, () => WriteLog(NewIdentity(), []));
        }

        var head = LogFormat.Head(position.Identity, after.Sequence, record.Written);
        var end = position.Offset + head.Length + record.Length;
        try
        {
            WriteRecord(Log, position.Offset, head, record.Written);
            if (options.Fsync)
            {
                files.Sync(Log);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TakeBack(new(position.Identity, position.Offset, end, BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(20))));
            throw NotWritten(Log, e);
        }

        position = new(position.Identity, end, position.Offset, BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(20)));
        Acknowledge();
    }

    /// <summary>Saves a snapshot when the log has grown enough since the last; a failure to do so is only a warning.</summary>
    public void SaveSnapshotWhenDue(GraphState state)
    {
        if (position.Offset - snapshotOffset <= Math.Max(options.SnapshotAfterBytes, snapshotLength / 4))
        {
            return;
        }

        try
        {
            if (position.Offset > options.CompactAfterBytes && position.Offset > 4 * snapshotLength && snapshotLength > 0)
            {
                Compact(state);
            }

            SaveSnapshot(state);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or GraphStoreException)
        {
            snapshotOffset = position.Offset; // Not again at every commit.
            Warn($"{files.Describe(Snapshot)} 没有写成（{e.Message}）：不影响已提交的内容，只是下次打开会慢一些。");
        }
    }

    /// <summary>Writes a new log that holds the state as one commit, reads it back, and only then puts it in the place of the old one.</summary>
    public void Compact(GraphState state) => Writing(Log, () =>
    {
        WriteLog(NewIdentity(), CommitCodec.Write(state).Written, state);
        snapshotOffset = 0;
        snapshotLength = 0;
        Acknowledge();
    });

    private void SaveSnapshot(GraphState state)
    {
        files.Sync(Log); // The snapshot must not outlive what it was made of.
        var payload = CommitCodec.Write(state);
        var header = StoreSnapshot.Header(position, state.Sequence, payload.Written);
        files.Truncate(Snapshot + New, 0);
        files.Write(Snapshot + New, 0, header);
        files.Write(Snapshot + New, header.Length, payload.Written);
        files.Sync(Snapshot + New);
        files.Replace(Snapshot + New, Snapshot, sync: false);
        snapshotOffset = position.Offset;
        snapshotLength = header.Length + payload.Length;
    }

    private void WriteLog(ulong identity, ReadOnlySpan<byte> payload, GraphState? state = null)
    {
        files.CreateFolder();
        files.Truncate(Log + New, 0);
        files.Write(Log + New, 0, LogFormat.Header(identity));
        var next = new LogPosition(identity, LogFormat.HeaderLength, 0, 0);
        if (state is not null)
        {
            var head = LogFormat.Head(identity, state.Sequence, payload);
            WriteRecord(Log + New, next.Offset, head, payload);
            next = new(identity, next.Offset + head.Length + payload.Length, next.Offset, BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(20)));
        }

        files.Sync(Log + New);
        if (state is not null)
        {
            Verify(next, state);
        }

        files.Replace(Log + New, Log, sync: true);
        position = next;
        version = LogFormat.Version;
    }

    /// <summary>A small record in one write, since opening the file costs more than copying it; a large one without a copy.</summary>
    private void WriteRecord(string file, long offset, byte[] head, ReadOnlySpan<byte> payload)
    {
        if (payload.Length <= LargeRecord)
        {
            files.Write(file, offset, [.. head, .. payload]);
        }
        else
        {
            files.Write(file, offset, head);
            files.Write(file, offset + head.Length, payload);
        }
    }

    private void Verify(LogPosition written, GraphState state)
    {
        using var file = files.OpenRead(Log + New);
        var again = new GraphState(state.Vocabulary).BeginEdit();
        if (file is not null && new LogReader(file, written.Identity).TryRead(written.LastRecord, out _, out var payload))
        {
            CommitCodec.Apply(again, payload);
        }

        if ((again.NodeCount, again.RelationshipCount, again.NextNode, again.NextRelationship)
            != (state.NodeCount, state.RelationshipCount, state.NextNode, state.NextRelationship))
        {
            throw new IOException("the compacted log does not read back as what was written");
        }
    }

    private void TakeBack(FailedRecord record)
    {
        try
        {
            files.Truncate(Log, record.Offset);
            files.Sync(Log);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failed = record;
        }
    }

    /// <summary>Notes how far the disk is known to have the log: what is missing before that is a loss, not a commit that was never finished.</summary>
    public void Acknowledge()
    {
        if (!options.Fsync || position.Identity == 0)
        {
            return;
        }

        try
        {
            var bytes = new byte[AcknowledgedLength];
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, position.Identity);
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), position.Offset);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), Checksum.Of(bytes.AsSpan(0, 16)));
            files.Write(Acknowledged, 0, bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Warn($"{files.Describe(Acknowledged)} 没有写成（{e.Message}）：提交本身已落盘。");
        }
    }

    private LogPosition ReadAcknowledged()
    {
        using var file = files.OpenRead(Acknowledged);
        var bytes = new byte[AcknowledgedLength];
        return file is not null
            && file.Read(0, bytes) == bytes.Length
            && BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(16)) == Checksum.Of(bytes.AsSpan(0, 16))
                ? new(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(8)), 0, 0)
                : default;
    }

    private void Writing(string file, Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(file, e);
        }
    }

    private GraphStoreException NotWritten(string file, Exception e) =>
        new($"不能写入 {files.Describe(file)}（{e.Message}）：本次提交未保存，先前提交的内容都在，请腾出磁盘空间或检查权限后重试。", files.Describe(file), innerException: e);

    /// <summary>A record that may stand in the log although its commit failed.</summary>
    private readonly record struct FailedRecord(ulong Identity, long Offset, long End, uint Checksum);
}
