using PolicyGraph.Assistant.Calculations;
using PolicyGraph.Assistant.Passages;
using PolicyGraph.Assistant.Questions;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Graph;
using PolicyGraph.Ontology;

namespace PolicyGraph.Assistant.Answers;

/// <summary>Everything that was read from one state of the graph, ready to answer: each kind of answer is tried in turn, and what none can give is declined.</summary>
internal sealed class Desk(PassageLibrary library, PolicyOntology ontology)
{
    private readonly QuestionReader reader = new(ontology, library);
    private readonly PassageAnswer passages = new(library);
    private readonly DocumentAnswer documents = new(library);
    private readonly ReferenceAnswer references = new(library, ontology.Policies.Documents);
    private readonly EditionAnswer editions = new(library);
    private readonly TraceAnswer traces = new(library, ontology);
    private readonly EnergyConversion conversions = new(ontology.Energies, library);
    private readonly ScoreCalculation scores = new(library);
    private readonly FormulaCalculation formulas = new(library);
    private readonly TargetCalculation changes = new(library);

    /// <summary>Answers; the writer tells what was shown.</summary>
    /// <exception cref="AskException">The enterprise is not known.</exception>
    public async Task<(Answer Answer, AnswerWriter Writer)> AnswerAsync(AskRequest request, IGraphDatabase graph, CancellationToken cancellationToken)
    {
        var readings = Read(request);
        var english = request.Language is { } language ? language == AnswerLanguage.English : readings[0].IsEnglish;
        foreach (var reading in readings)
        {
            var writer = new AnswerWriter(english);
            if (await AnswerOneAsync(reading, request, graph, writer, cancellationToken).ConfigureAwait(false) is { } answer)
            {
                return (answer, writer);
            }
        }

        foreach (var reading in readings)
        {
            var writer = new AnswerWriter(english);
            if (passages.TryWriteLikely(reading, writer))
            {
                return (writer.Finish(AnswerStatus.Answered), writer);
            }
        }

        var last = new AnswerWriter(english);
        return (Decline.Write(readings[0], passages.Nearest(readings[0]), last), last);
    }

    /// <summary>The ways to read the question in its conversation, the likeliest first.</summary>
    private List<Question> Read(AskRequest request)
    {
        var question = reader.Read(request.Question);
        if (request.History.Count == 0 || !FollowUp.Leans(question))
        {
            return [question];
        }

        // What came before may itself have leaned on what came before it.
        Question? before = null;
        foreach (var earlier in request.History.TakeLast(AskRequest.MaxHistory).Where(h => h.Length is > 0 and <= AskRequest.MaxLength))
        {
            var read = reader.Read(earlier);
            before = before is not null && FollowUp.Leans(read) ? FollowUp.Readings(read, before).First() : read;
        }

        return before is null ? [question] : [.. FollowUp.Readings(question, before)];
    }

    private async Task<Answer?> AnswerOneAsync(Question question, AskRequest request, IGraphDatabase graph, AnswerWriter writer, CancellationToken cancellationToken)
    {
        if (Guard.Answer(question, writer) is { } refused)
        {
            return refused;
        }

        if (EnterpriseAnswer.IsAsked(question))
        {
            var about = new EnterpriseAnswer(ontology, writer);
            if (request.Enterprise is { } enterprise)
            {
                return await AssessAsync(about, question, enterprise, request.AsOf, graph, cancellationToken).ConfigureAwait(false);
            }

            if (question.Cues.Contains("gap") && EnterpriseAnswer.IsOwn(question))
            {
                return about.AskForOne();
            }
        }

        if (conversions.TryWrite(question, writer) || scores.TryWrite(question, writer) || formulas.TryWrite(question, writer) || changes.TryWrite(question, writer)
            || documents.TryList(question, writer) || references.TryCorrect(question, writer)
            || await traces.TryWriteAsync(question, graph, writer, cancellationToken).ConfigureAwait(false)
            || documents.TryDescribe(question, writer) || editions.TryWrite(question, request.AsOf, writer) || references.TryWrite(question, writer) || passages.TryWrite(question, writer))
        {
            if (writer.IsDenial)
            {
                return writer.Finish(AnswerStatus.Declined);
            }

            return writer.Finish(writer.HasMissing ? AnswerStatus.Partial : AnswerStatus.Answered);
        }

        return null;
    }

    private static async Task<Answer> AssessAsync(EnterpriseAnswer about, Question question, string enterprise, DateOnly asOf, IGraphDatabase graph, CancellationToken cancellationToken)
    {
        try
        {
            return await about.WriteAsync(question, enterprise, asOf, graph, cancellationToken).ConfigureAwait(false);
        }
        catch (GapException error)
        {
            throw new AskException(error.Message, error);
        }
    }
}
