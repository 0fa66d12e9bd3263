using PolicyGraph.Assistant.Passages;
using PolicyGraph.Assistant.Questions;
using PolicyGraph.Graph;
using PolicyGraph.Ontology;
using PolicyGraph.Tracing;

namespace PolicyGraph.Assistant.Answers;

/// <summary>Where a place's target comes from, by the chains of <see cref="TraceService"/>.</summary>
internal sealed class TraceAnswer(PassageLibrary library, PolicyOntology ontology)
{
    /// <summary>Writes the links; false when the question asks for no trace or no chain has one.</summary>
    public async Task<bool> TryWriteAsync(Question question, IGraphDatabase graph, AnswerWriter writer, CancellationToken cancellationToken)
    {
        if (!question.Wants(Wanted.Trace) || question.Strong.FirstOrDefault(c => c.Kind is ConceptKind.Designation or ConceptKind.Indicator) is not { } subject)
        {
            return false;
        }

        Trace trace;
        try
        {
            var request = new TraceRequest { Indicator = subject.Alternatives.FirstOrDefault(a => ontology.Policies.Indicators.Find(a + "数量") is not null) is { } name ? name + "数量" : subject.Term, Jurisdiction = question.Places.Count > 0 ? question.Places[0] : null };
            trace = await new TraceService(graph, ontology.Policies, ontology.Units).TraceAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is TraceException or NotSupportedException)
        {
            return false;
        }

        var written = 0;
        foreach (var link in trace.Chains.SelectMany(c => c.Links).Where(l => question.Years.Count == 0 || l.Year is not { } year || question.Years.Contains(year)).OrderBy(l => l.Parent is null ? 0 : 1).Take(6))
        {
            if (library.Passages.FirstOrDefault(p => p.Kind == PassageKind.Target && p.Node == link.Id) is not { } passage)
            {
                continue;
            }

            writer.Say(Phrasing.Target(writer, passage));
            written++;
            if (link.Why is { } why && !writer.English)
            {
                var marker = writer.Cite(passage) + (library.Passages.FirstOrDefault(p => p.Kind == PassageKind.Target && p.Node == link.Parent) is { } parent ? writer.Cite(parent) : string.Empty);
                writer.Say($"{why.TrimEnd('。')}{marker}。");
            }
        }

        foreach (var root in trace.Chains.Select(c => c.Links[0]).Where(l => l.Level == "national").Take(2))
        {
            var noun = root.Unit is { } unit && subject.Kind == ConceptKind.Designation ? unit : null;
            var same = library.Passages.FirstOrDefault(p => p.Target is { } t && p.Document.Id != root.Document && p.Document.Level == "national" && t.Value == root.Value && t.Year == root.Year && (noun is null || t.Unit == noun) && subject.Alternatives.Any(a => QuestionText.Fold(t.Indicator).StartsWith(a, StringComparison.Ordinal)));
            if (same is not null)
            {
                writer.Say(Phrasing.Target(writer, same));
            }
        }

        return written > 0 && trace.Chains.Any(c => c.Links.Any(l => l.Parent is not null));
    }
}
