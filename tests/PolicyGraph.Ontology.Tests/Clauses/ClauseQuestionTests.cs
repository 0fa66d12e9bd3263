using System.Text.Json;
using Path = System.IO.Path;

namespace PolicyGraph.Ontology.Tests.Clauses;

/// <summary>The questions of <c>corpus/questions/clauses.jsonl</c>: written before anything answered them, each with the clause (<c>why</c>) that does.</summary>
public class ClauseQuestionTests
{
    public static TheoryData<string> Lines => [.. File.ReadLines(QuestionFile())];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Question_FactsThatItAsksFor_StandInOneClause(string line)
    {
        using var question = JsonDocument.Parse(line);
        var (id, why) = (question.RootElement.GetProperty("id").GetString(), question.RootElement.GetProperty("why").GetString());
        var book = Assert.Single(OntologyText.Ontology.Clauses, b => why!.StartsWith(b.Publication.Id + "/", StringComparison.Ordinal)); // every line has one
        var clause = Assert.Single(book.Clauses, c => $"{book.Publication.Id}/{c.Id}" == why);
        if (question.RootElement.GetProperty("kind").GetString() == "calculation")
        {
            return; // the clause holds the operand or the formula; the result is computed
        }

        var said = Squeezed(clause.Statement + clause.StatementEn);
        foreach (var fact in question.RootElement.GetProperty("facts").EnumerateArray())
        {
            var alternatives = fact.EnumerateArray().Select(a => Squeezed(a.GetString()!)).ToList(); // facts are lists of strings
            Assert.True(alternatives.Exists(a => said.Contains(a, StringComparison.OrdinalIgnoreCase)), $"{id}: {why} does not say {string.Join(" / ", alternatives)}");
        }
    }

    [Fact]
    public void Questions_AreMany_AndNoIdTwice()
    {
        var ids = File.ReadLines(QuestionFile()).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()).ToList();

        Assert.True(ids.Count >= 120);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace('〔', '(').Replace('〕', ')').Replace('÷', '/');

    private static string QuestionFile()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PolicyGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("PolicyGraph.sln not found above the tests");
        }

        return Path.Combine(folder, "corpus", "questions", "clauses.jsonl");
    }
}
