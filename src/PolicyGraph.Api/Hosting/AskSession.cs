using PolicyGraph.Assistant;
using PolicyGraph.Ontology;

namespace PolicyGraph.Api.Hosting;

/// <summary>Asks on a data folder: over the store, or over an enterprise's folder laid over it.</summary>
public sealed class AskSession(Workspace workspace, PolicyOntology ontology) : IDisposable
{
    private readonly AskService store = new(workspace.Graph, ontology);
    private readonly SemaphoreSlim one = new(1, 1);
    private (string Name, EnterpriseGraph Found, AskService Service)? last;

    /// <summary>The answer.</summary>
    /// <param name="request">The question; its enterprise is set here.</param>
    /// <param name="enterprise">Name, credit code or folder; null for none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="RequestException">The folder has no <c>enterprise.yaml</c>.</exception>
    /// <exception cref="AskException">A question that cannot be read.</exception>
    public async Task<Answer> AskAsync(AskRequest request, string? enterprise, CancellationToken cancellationToken)
    {
        if (enterprise is null)
        {
            return await store.AskAsync(request, cancellationToken);
        }

        await one.WaitAsync(cancellationToken);
        try
        {
            if (last?.Name != enterprise)
            {
                var found = await EnterpriseGraph.OfAsync(workspace, ontology, enterprise, cancellationToken);
                last = (enterprise, found, ReferenceEquals(found.Graph, workspace.Graph) ? store : new AskService(found.Graph, ontology));
            }

            return await last.Value.Service.AskAsync(request with { Enterprise = last.Value.Found.Enterprise }, cancellationToken);
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();
}
