using PolicyGraph.Assistant;

namespace PolicyGraph.Cli.Output;

/// <summary>An answer for people: the answer, then where each marker leads.</summary>
internal static class AnswerText
{
    /// <summary>Prints it.</summary>
    public static void Print(Answer answer, Language language)
    {
        Terminal.Line(answer.Text);
        if (answer.Citations.Count > 0)
        {
            Terminal.Line();
            Terminal.Line(language.In("出处", "Sources"));
        }

        foreach (var citation in answer.Citations)
        {
            var place = citation.Provision is { } provision ? " " + provision : string.Empty;
            var quote = citation.Quote is { } words ? language.In("：", ": ") + Terminal.Quote(words, 60) : string.Empty;
            var span = citation is { Start: { } start, End: { } end } ? $" [{start}-{end}]" : string.Empty;
            Terminal.Line($"  {citation.Marker} {citation.Title ?? citation.Document}{place}{quote}{span}");
        }
    }
}
