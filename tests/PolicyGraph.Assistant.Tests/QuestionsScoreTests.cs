using System.Text.Json;
using PolicyGraph.Assistant.Questions;

namespace PolicyGraph.Assistant.Tests;

/// <summary>The questions of <c>corpus/questions</c>, scored and held to what was reached.</summary>
public sealed class QuestionsScoreTests(CorpusGraph corpus) : IClassFixture<CorpusGraph>
{
    [Theory]
    [InlineData("assistant.jsonl", 190, 21)]
    [InlineData("clauses.jsonl", 180, 0)]
    [InlineData("stranger.jsonl", 85, 5)]
    public async Task Questions_AreAnsweredAsWellAsBefore(string file, int facts, int declines)
    {
        var (found, declined, lost) = (0, 0, new List<string>());
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(CorpusGraph.Repository, "corpus", "questions", file)))
        {
            using var json = JsonDocument.Parse(line);
            var question = json.RootElement;
            string[] history = question.TryGetProperty("history", out var turns) ? [.. turns.EnumerateArray().Select(t => t.GetString() ?? string.Empty)] : [];
            var language = question.GetProperty("language").GetString() == "en" ? AnswerLanguage.English : AnswerLanguage.Chinese;
            var answer = await corpus.AskAsync(question.GetProperty("question").GetString() ?? string.Empty, language, history);
            var text = Plain(answer.Text);
            var here = question.GetProperty("facts").EnumerateArray().Count(f => f.EnumerateArray().Any(a => text.Contains(Plain(a.GetString() ?? string.Empty), StringComparison.Ordinal)));
            found += here;
            declined += question.TryGetProperty("decline", out _) && answer.Status == AnswerStatus.Declined ? 1 : 0;
            if (here < question.GetProperty("facts").GetArrayLength())
            {
                lost.Add(question.GetProperty("id").GetString() ?? string.Empty);
            }
        }

        Assert.True(found >= facts, $"facts {found}, before {facts}; lost: {string.Join(' ', lost)}");
        Assert.True(declined >= declines, $"declines {declined}, before {declines}");
    }

    private static string Plain(string text) => QuestionText.Fold(text).Replace(",", string.Empty, StringComparison.Ordinal).Replace("\n", string.Empty, StringComparison.Ordinal);
}
