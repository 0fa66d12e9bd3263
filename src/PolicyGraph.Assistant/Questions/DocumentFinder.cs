using PolicyGraph.Assistant.Passages;
using PolicyGraph.Ontology.Lexicon;

namespace PolicyGraph.Assistant.Questions;

/// <summary>Finds the documents that a question names: by title, number, other names, or for having no title.</summary>
internal sealed class DocumentFinder
{
    private readonly IReadOnlyList<SourceDocument> all;
    private readonly List<(string Name, IReadOnlyList<SourceDocument> Documents)> names = [];

    /// <summary>Collects the names.</summary>
    public DocumentFinder(QuestionLexicon lexicon, PassageLibrary library)
    {
        var documents = all = library.Documents;
        foreach (var document in documents)
        {
            var title = QuestionText.Fold(document.Title);
            var bare = title.Contains('(', StringComparison.Ordinal) ? title[..title.IndexOf('(', StringComparison.Ordinal)] : title;
            foreach (var name in document.Aliases.Select(QuestionText.Fold).Where(a => a.Length >= 6 || a.Any(char.IsAsciiDigit)).Append(title).Append(bare).Append(QuestionText.Fold(document.Number)).Append(QuestionText.Fold(document.Id)))
            {
                if (name.Length >= 4)
                {
                    names.Add((name, [document]));
                }
            }

            if (document.FileNumber is { } file)
            {
                names.Add((file, [document]));
            }

            if (document.IsPolicy && document.Number is { } number && number.LastIndexOf('〕') is > 0 and var bracket)
            {
                names.Add((QuestionText.Fold(number[(bracket + 1)..]), [document]));
            }
        }

        foreach (var spoken in lexicon.Documents)
        {
            var match = QuestionText.Fold(spoken.Match);
            var meant = documents.Where(d => QuestionText.Fold($"{d.Id} {d.Title} {d.Number}").Contains(match, StringComparison.Ordinal)).ToList();
            if (meant.Count > 0)
            {
                names.AddRange(spoken.Names.Select(n => (QuestionText.Fold(n), (IReadOnlyList<SourceDocument>)meant)));
            }
        }

        var untitled = documents.Where(d => d.IsPolicy && d.Title is null).ToList();
        if (untitled.Count > 0)
        {
            names.AddRange(lexicon.Untitled.Select(n => (QuestionText.Fold(n), (IReadOnlyList<SourceDocument>)untitled)));
        }

        // A title that several editions share stands for all of them; a longer name is tried first.
        names = [.. names.GroupBy(n => n.Name, StringComparer.Ordinal).Select(g => (g.Key, (IReadOnlyList<SourceDocument>)[.. g.SelectMany(n => n.Documents).Distinct()])).OrderByDescending(n => n.Key.Length)];
    }

    /// <summary>The documents, and the text with their names blanked out by line feeds.</summary>
    public (IReadOnlyList<SourceDocument> Documents, string Remainder) Find(string folded)
    {
        var found = new List<SourceDocument>();
        var rest = folded;
        foreach (var (name, documents) in names)
        {
            // 产品评价通则 and 计算通则 are other standards.
            if (name == "通则" && (folded.Contains("产品评价通则", StringComparison.Ordinal) || folded.Contains("计算通则", StringComparison.Ordinal)))
            {
                continue;
            }

            for (var at = IndexOf(rest, name, 0); at >= 0; at = IndexOf(rest, name, at + 1))
            {
                found.AddRange(documents.Where(d => !found.Contains(d)));
                rest = string.Concat(rest.AsSpan(0, at), new string('\n', name.Length), rest.AsSpan(at + name.Length));
            }
        }

        foreach (var twin in all.Where(d => d.Number is not null && !found.Contains(d) && found.Exists(f => f.Number == d.Number)).ToList())
        {
            found.Add(twin);
        }

        // 通则 beside 2025版通则 means that edition.
        var exact = found.Where(d => names.Exists(n => n.Documents.Count == 1 && n.Documents[0] == d && folded.Contains(n.Name, StringComparison.Ordinal))).ToList();
        return (exact.Count > 0 ? [.. found.Where(d => exact.Contains(d) || !exact.Exists(e => SameSeries(e, d)) || exact.Exists(e => e.Number == d.Number))] : found, rest);
    }

    private static bool SameSeries(SourceDocument one, SourceDocument other) => one.Title == other.Title && one.Id.Split('-')[0] == other.Id.Split('-')[0];

    private static int IndexOf(string text, string name, int from)
    {
        for (var at = text.IndexOf(name, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var before = at > 0 && char.IsAsciiDigit(name[0]) && char.IsAsciiDigit(text[at - 1]);
            var after = at + name.Length < text.Length && char.IsAsciiDigit(name[^1]) && char.IsAsciiDigit(text[at + name.Length]);
            if (!before && !after)
            {
                return at;
            }
        }

        return -1;
    }
}
