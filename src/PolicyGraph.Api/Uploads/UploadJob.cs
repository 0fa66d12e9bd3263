using System.Security.Cryptography;
using System.Text.Json;
using PolicyGraph.Api.Answers;
using PolicyGraph.Api.Json;
using PolicyGraph.Ingestion;

namespace PolicyGraph.Api.Uploads;

/// <summary>Where an upload stands.</summary>
internal enum UploadState
{
    /// <summary>It waits for those before it.</summary>
    Queued,

    /// <summary>It is being read and stored.</summary>
    Running,

    /// <summary>It was stored; the result says what became of each document.</summary>
    Done,

    /// <summary>It was not stored.</summary>
    Failed,
}

/// <summary>One upload from when it was received to its result.</summary>
/// <param name="files">The names, for the log.</param>
/// <param name="of">How many files there are to store.</param>
/// <param name="work">Stores them.</param>
internal sealed class UploadJob(string files, int of, Func<IProgress<DocumentReport>, CancellationToken, Task<IngestionReport>> work) : IProgress<DocumentReport>
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int done;

    /// <summary>Its id: nobody can guess it.</summary>
    public string Id { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The names of its files.</summary>
    public string Files => files;

    /// <summary>Where it stands.</summary>
    public UploadState State { get; private set; }

    /// <summary>What became of it; null before the end and when it failed.</summary>
    public IngestionReport? Result { get; private set; }

    /// <summary>Why it failed; null otherwise.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Ends when the upload does, whatever became of it.</summary>
    public Task Ended => ended.Task;

    /// <inheritdoc/>
    public void Report(DocumentReport value) => Interlocked.Increment(ref done);

    /// <summary>Stores the files.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        State = UploadState.Running;
        Result = await work(this, cancellationToken);
    }

    /// <summary>Marks the end; <paramref name="problem"/> is null when all went well.</summary>
    public void End(Problem? problem, DateTimeOffset at)
    {
        Problem = problem;
        EndedAt = at;
        State = problem is null ? UploadState.Done : UploadState.Failed;
        ended.TrySetResult();
    }

    /// <summary>Writes <c>{"state","done","of","result"}</c>, and why it failed.</summary>
    public void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var (state, count) = (State, Volatile.Read(ref done));
        json.WriteStartObject();
        json.WriteString("state", state.ToString().ToLowerInvariant());
        json.WriteNumber("done", count);
        json.WriteNumber("of", Math.Max(of, count));
        json.WritePropertyName("result");
        if (state == UploadState.Done && Result is { } result)
        {
            IngestionJson.Write(json, result);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WritePropertyName("problem");
        if (state == UploadState.Failed && Problem is { } problem)
        {
            problem.Write(json);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteEndObject();
    }
}
