using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyGraph.Api.Answers;
using PolicyGraph.Api.Guarding;
using PolicyGraph.Api.Serving;

namespace PolicyGraph.Api.Uploads;

/// <summary>Stores uploads one after another, in the order in which they were received; what was received is stored even when its client has gone.</summary>
/// <remarks>A server that is told to stop takes no more and stores those that wait, within <see cref="ServeLimits.StopTime"/>.</remarks>
internal sealed class UploadQueue(ServeOptions options, TimeProvider time, ILogger<UploadQueue> logger) : BackgroundService
{
    private const int KeptJobs = 500;
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    private readonly Channel<UploadJob> waiting = Channel.CreateBounded<UploadJob>(new BoundedChannelOptions(options.Limits.MaxWaitingUploads) { SingleReader = true });
    private readonly ConcurrentDictionary<string, UploadJob> jobs = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource abandoned = new();

    /// <summary>Puts an upload at the end of the queue.</summary>
    /// <returns>False when the queue is full, or the server stops.</returns>
    public bool TryAdd(UploadJob job)
    {
        Forget();
        jobs[job.Id] = job;
        if (waiting.Writer.TryWrite(job))
        {
            return true;
        }

        jobs.TryRemove(job.Id, out _);
        return false;
    }

    /// <summary>The upload of an id; null when there is none, or it ended long ago.</summary>
    public UploadJob? Find(string id) => jobs.GetValueOrDefault(id);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        using var hurry = cancellationToken.Register(abandoned.Cancel);
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(TimeSpan.FromSeconds(2) + options.Limits.StopTime, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        abandoned.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await foreach (var job in waiting.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (abandoned.IsCancellationRequested)
            {
                Log.Abandoned(logger, job.Id, job.Files);
                job.End(Problem.Unavailable("服务器停止前没有来得及装载；请重新上传"), time.GetUtcNow());
                continue;
            }

            await RunAsync(job);
        }
    }

    private async Task RunAsync(UploadJob job)
    {
        Log.Storing(logger, job.Id, job.Files);
        try
        {
            await job.RunAsync(abandoned.Token);
            job.End(null, time.GetUtcNow());
            Log.Stored(logger, job.Id, job.Result?.Documents.Count ?? 0);
        }
#pragma warning disable CA1031 // one upload that fails must not end those behind it; its client is told
        catch (Exception error)
#pragma warning restore CA1031
        {
            var problem = FaultAnswers.Of(error) ?? Problem.Unavailable("装载时内部出错；请把服务器的输出交给维护者") with { Trace = job.Id };
            Log.NotStored(logger, job.Id, job.Files, problem.Detail, error);
            job.End(problem, time.GetUtcNow());
        }
    }

    private void Forget()
    {
        var ended = jobs.Values.Where(j => j.EndedAt is not null).OrderBy(j => j.EndedAt).ToList();
        foreach (var job in ended.Where((j, i) => i < ended.Count - KeptJobs || j.EndedAt + KeptFor < time.GetUtcNow()))
        {
            jobs.TryRemove(job.Id, out _);
        }
    }
}
