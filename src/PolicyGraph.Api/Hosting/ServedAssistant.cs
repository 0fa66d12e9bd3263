using PolicyGraph.Api.Serving;
using PolicyGraph.Assistant;
using PolicyGraph.Graph;
using PolicyGraph.Ontology;

namespace PolicyGraph.Api.Hosting;

/// <summary>Answers questions over HTTP: what the assistant read of the graph is kept until somebody commits.</summary>
internal sealed class ServedAssistant(ServedGraph graph, PolicyOntology ontology, ServeOptions options) : IDisposable
{
    private readonly ConversationStore conversations = new(options.Data);
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly Lock choosing = new();
    private (IGraphDatabase Graph, AskService Service)? held;

    /// <summary>The answer; in a conversation, the question is added to it once it is answered.</summary>
    /// <exception cref="AskException">A question that cannot be read, or an enterprise that nobody knows.</exception>
    /// <exception cref="RequestException">An id of a conversation that is none, or it cannot be kept.</exception>
    public async Task<Answer> AskAsync(AskRequest request, string? conversation, CancellationToken cancellationToken)
    {
        var asked = conversation is null ? request : request with { History = conversations.Read(conversation) };
        var answer = await Service().AskAsync(asked, cancellationToken);
        if (conversation is not null)
        {
            await KeepAsync(conversation, request.Question, cancellationToken);
        }

        return answer;
    }

    /// <inheritdoc/>
    public void Dispose() => writing.Dispose();

    private AskService Service()
    {
        var snapshot = graph.Snapshot();
        lock (choosing)
        {
            if (held is not { } kept || !ReferenceEquals(kept.Graph, snapshot))
            {
                held = kept = (snapshot, new AskService(snapshot, ontology));
            }

            return kept.Service;
        }
    }

    /// <summary>One at a time: two questions of one conversation must both be in it.</summary>
    private async Task KeepAsync(string conversation, string question, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            conversations.Append(conversation, question);
        }
        finally
        {
            writing.Release();
        }
    }
}
