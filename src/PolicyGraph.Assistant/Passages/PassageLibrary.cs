using PolicyGraph.Assistant.Questions;

namespace PolicyGraph.Assistant.Passages;

/// <summary>A citation that a policy makes.</summary>
internal sealed record CitedDocument(SourceDocument From, string Relation, string? Title, string? Number, string Quote, int Start, int End);

/// <summary>An edition of a standard and how long it holds.</summary>
internal sealed record EditionRow(SourceDocument Document, string? ValidFrom, string? ValidUntil, string? Why, IReadOnlyList<string> Replaces);

/// <summary>Everything that answers may state, read from one state of the graph, with how often words occur in it.</summary>
internal sealed class PassageLibrary
{
    private readonly Dictionary<string, double> rarity = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> bigrams = [];
    private readonly Lazy<Dictionary<string, int>> stems;

    /// <summary>Takes the rows.</summary>
    public PassageLibrary(IReadOnlyList<SourceDocument> documents, IReadOnlyList<Passage> passages, IReadOnlyList<CitedDocument> citations, IReadOnlyList<EditionRow> editions)
    {
        (Documents, Passages, Citations, Editions) = (documents, passages, citations, editions);
        stems = new(() => passages.SelectMany(p => p.Stems).CountBy(s => s, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal));
        foreach (var passage in passages)
        {
            foreach (var pair in passage.AllBigrams)
            {
                bigrams[pair] = bigrams.GetValueOrDefault(pair) + 1;
            }
        }
    }

    /// <summary>How rare an English stem is among the statements: 0 when every one has it, 1 when none has.</summary>
    public double RarityOfStem(string stem) => Scale(stems.Value.GetValueOrDefault(stem));

    /// <summary>Documents.</summary>
    public IReadOnlyList<SourceDocument> Documents { get; }

    /// <summary>Passages.</summary>
    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>Citations.</summary>
    public IReadOnlyList<CitedDocument> Citations { get; }

    /// <summary>Editions.</summary>
    public IReadOnlyList<EditionRow> Editions { get; }

    /// <summary>Whether a pair of characters occurs anywhere.</summary>
    public bool Knows(int bigram) => bigrams.ContainsKey(bigram);

    /// <summary>How rare a word is: 0 when every passage has it, 1 when none has.</summary>
    public double Rarity(string word)
    {
        lock (rarity)
        {
            if (rarity.TryGetValue(word, out var known))
            {
                return known;
            }

            if (rarity.Count > 20_000)
            {
                rarity.Clear();
            }

            var count = Passages.Count(p => p.Folded.Contains(word, StringComparison.Ordinal) || p.Topics.Contains(word, StringComparison.Ordinal));
            return rarity[word] = Scale(count);
        }
    }

    /// <summary>How rare a pair of characters is.</summary>
    public double Rarity(int bigram) => Scale(bigrams.GetValueOrDefault(bigram));

    /// <summary>Every word of two to twenty characters that passages are about: names for the reader of questions.</summary>
    public IEnumerable<string> Topics()
    {
        foreach (var passage in Passages)
        {
            if (passage.Target is { } target)
            {
                yield return QuestionText.Fold(target.Indicator);
            }

            foreach (var topic in passage.Topics.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return topic;
            }
        }
    }

    private double Scale(int count) => Math.Log((Passages.Count + 1.0) / (count + 1.0)) / Math.Log(Passages.Count + 1.0);
}
