using PolicyGraph.Assistant.Passages;
using PolicyGraph.Assistant.Questions;
using PolicyGraph.Graph;
using PolicyGraph.Ontology;

namespace PolicyGraph.Assistant.Answers;

/// <summary>Everything that was read from one state of the graph, ready to answer.</summary>
internal sealed class Desk(PassageLibrary library, PolicyOntology ontology)
{
    private readonly QuestionReader reader = new(ontology, library);
    private readonly PassageAnswer passages = new(library);

    /// <summary>Answers; the writer tells what was shown.</summary>
    public async Task<(Answer Answer, AnswerWriter Writer)> AnswerAsync(AskRequest request, IGraphDatabase graph, PolicyOntology words, CancellationToken cancellationToken)
    {
        _ = (graph, words);
        await Task.CompletedTask.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var question = reader.Read(request.Question);
        var writer = new AnswerWriter(request.Language is { } language ? language == AnswerLanguage.English : question.IsEnglish);
        if (Guard.Answer(question, writer) is { } refused)
        {
            return (refused, writer);
        }

        return passages.TryWrite(question, writer)
            ? (writer.Finish(AnswerStatus.Answered), writer)
            : (Decline.Write(question, passages.Nearest(question), writer), writer);
    }
}
