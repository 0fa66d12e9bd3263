using PolicyGraph.Ontology.Evidence;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Says what kind of paper it is, from its title, the marks of its body and the fields that were read; never from its name.</summary>
internal sealed class TypeRecogniser(EvidenceVocabulary vocabulary)
{
    private const int HeadLength = 400;

    /// <summary>The type and how sure that is.</summary>
    public (string Type, double Confidence) Recognise(Paper paper, IReadOnlySet<string> fields)
    {
        if (IsNoEvidence(paper))
        {
            return (EvidenceVocabulary.Unrecognised, 0.9);
        }

        var best = (Type: EvidenceVocabulary.Unrecognised, Score: 0.0);
        foreach (var type in vocabulary.Types.Values)
        {
            var score = Score(paper, type, fields);
            if (score > best.Score)
            {
                best = (type.Id, score);
            }
        }

        return best.Score < 2.4 ? (EvidenceVocabulary.Unrecognised, 0.5) : (best.Type, Math.Min(0.99, 0.4 + (best.Score * 0.08)));
    }

    private static double Score(Paper paper, EvidenceType type, IReadOnlySet<string> fields)
    {
        var title = 0.0;
        foreach (var name in type.Names)
        {
            if (paper.Title.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                title = Math.Max(title, 1.6 + (Math.Min(name.Length, 12) * 0.2));
            }
        }

        var marks = type.Marks.Count(m => paper.Text.Contains(m, StringComparison.OrdinalIgnoreCase));
        var carried = (1.5 * type.Carries.Count(fields.Contains)) + (0.5 * type.May.Count(fields.Contains));
        if (title == 0 && marks < 3)
        {
            return 0;
        }

        return title + (Math.Min(marks, 6) * 0.5) + (Math.Min(carried, 4) * 0.35) + (type.Id == "self-evaluation" && title > 0 ? 6 : 0);
    }

    private bool IsNoEvidence(Paper paper)
    {
        foreach (var word in vocabulary.NotEvidence)
        {
            if (paper.Title.Contains(word, StringComparison.Ordinal) && !(word == "的通知" && IsOwnDecree(paper.Title)))
            {
                return true;
            }
        }

        var head = paper.Text[..Math.Min(HeadLength, paper.Text.Length)];
        return head.Contains("本报讯", StringComparison.Ordinal) || head.Contains("通讯员", StringComparison.Ordinal) || (head.Contains("记者", StringComparison.Ordinal) && head.Contains('讯', StringComparison.Ordinal));
    }

    // A company issues its rules and appointments as notices too.
    private static bool IsOwnDecree(string title) =>
        (title.Contains("任命", StringComparison.Ordinal) || title.Contains("印发", StringComparison.Ordinal) || title.Contains("成立", StringComparison.Ordinal) || title.Contains("发布", StringComparison.Ordinal) || title.Contains("聘任", StringComparison.Ordinal))
        && title.Contains("公司", StringComparison.Ordinal);
}
