using PolicyGraph.Assistant.Answers;
using PolicyGraph.Assistant.Passages;
using PolicyGraph.Assistant.Questions;
using PolicyGraph.Graph;
using PolicyGraph.Ontology;

namespace PolicyGraph.Assistant;

/// <summary>Answers questions from the graph by rules: a question becomes intent and slots, these choose rows, the rows become sentences with citations. It never writes.</summary>
/// <remarks>Safe for several callers at once. What it read is kept until the graph has other documents.</remarks>
public sealed class AskService(IGraphDatabase graph, PolicyOntology ontology)
{
    private readonly CorpusReader corpus = new(graph);
    private (string Fingerprint, Desk Desk)? held;

    /// <summary>The answer of <c>ask</c>.</summary>
    /// <exception cref="AskException">An empty question, one that is too long, or an enterprise that nobody knows; one Chinese line.</exception>
    /// <exception cref="GraphException">The store cannot answer.</exception>
    public async Task<Answer> AskAsync(AskRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Question) || request.Question.Length > AskRequest.MaxLength)
        {
            throw new AskException(string.IsNullOrWhiteSpace(request.Question) ? "问题是空的，请写出要问什么" : $"问题有 {request.Question.Length} 个字符，最多 {AskRequest.MaxLength} 个，请缩短");
        }

        var desk = await DeskAsync(cancellationToken).ConfigureAwait(false);
        var (answer, writer) = await desk.AnswerAsync(request, graph, cancellationToken).ConfigureAwait(false);
        return await ShowAsync(answer, writer, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Desk> DeskAsync(CancellationToken cancellationToken)
    {
        var fingerprint = await corpus.FingerprintAsync(cancellationToken).ConfigureAwait(false);
        if (held is { } known && known.Fingerprint == fingerprint)
        {
            return known.Desk;
        }

        var desk = new Desk(await corpus.ReadAsync(cancellationToken).ConfigureAwait(false), ontology);
        held = (fingerprint, desk);
        return desk;
    }

    /// <summary>Runs the query of the answer's main rows, so that what is shown can be run again.</summary>
    private async Task<Answer> ShowAsync(Answer answer, AnswerWriter writer, CancellationToken cancellationToken)
    {
        if (answer.Cypher is not null)
        {
            return answer;
        }

        var main = writer.Shown.Select(s => s.Kind).Cast<PassageKind?>().FirstOrDefault();
        var (query, ids) = main switch
        {
            PassageKind.Sentence => ("shown-provisions", Ids(PassageKind.Sentence)),
            PassageKind.Target => ("shown-targets", Ids(PassageKind.Target)),
            PassageKind.Clause => ("shown-clauses", Ids(PassageKind.Clause)),
            PassageKind.Criterion => ("shown-criteria", Ids(PassageKind.Criterion)),
            _ => ("shown-documents", [.. writer.Documents.Distinct()]),
        };
        if (ids.Count == 0)
        {
            return answer;
        }

        var cypher = Queries.WithIds(query, ids);
        var result = await graph.ExecuteAsync(new GraphQuery(cypher), cancellationToken).ConfigureAwait(false);
        return answer with { Cypher = cypher, Result = result };

        List<string> Ids(PassageKind kind) => [.. writer.Shown.Where(s => s.Kind == kind).Select(s => s.Node).Distinct()];
    }
}
