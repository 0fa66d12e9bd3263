using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGraph.Assistant.Passages;
using PolicyGraph.Ontology;

namespace PolicyGraph.Assistant.Questions;

/// <summary>Reads a question: what it is about, and what the answer must hold.</summary>
internal sealed partial class QuestionReader
{
    private static readonly (string Cue, Wanted Wanted)[] Asked =
    [
        ("amount", Wanted.Amount), ("money", Wanted.Money | Wanted.Amount), ("when", Wanted.When), ("who", Wanted.Who), ("define", Wanted.Definition), ("evidence", Wanted.Evidence),
        ("compare", Wanted.Comparison), ("trace", Wanted.Trace), ("edition", Wanted.Edition), ("premise", Wanted.Premise),
    ];

    private static readonly (string Name, int End)[] Periods = [("十三五", 2020), ("十二五", 2015), ("十四五", 2025)];
    private static readonly string[] WholeCountry = ["全国", "国家目标", "国家层面", "国家的目标", "国家级目标", "国家", "nationwide"];
    private static readonly string[] Contrasts = ["区别", "不同", "变化", "对比", "差异", "异同", "比较"];
    private readonly PolicyOntology ontology;
    private readonly PassageLibrary library;
    private readonly Vocabulary vocabulary;
    private readonly DocumentFinder finder;
    private readonly EnglishReader english;

    /// <summary>Takes the words and the rows.</summary>
    public QuestionReader(PolicyOntology ontology, PassageLibrary library)
    {
        (this.ontology, this.library) = (ontology, library);
        vocabulary = new Vocabulary(ontology, library);
        finder = new DocumentFinder(ontology.Questions, library);
        english = new EnglishReader(ontology.Questions);
    }

    /// <summary>Reads one question by itself.</summary>
    public Question Read(string written)
    {
        var isEnglish = EnglishReader.IsEnglish(written);
        var folded = QuestionText.Fold(isEnglish ? english.ToChinese(written) : written);
        folded = SpellingRepair.Mend(folded, vocabulary, library);
        var cues = ontology.Questions.Cues.Where(c => c.Value.Any(w => Has(folded, w) || Has(QuestionText.Fold(written), w))).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        var (documents, rest) = finder.Find(folded);
        foreach (var issuer in documents.SelectMany(d => d.Issuers).Concat(["科技部", "工信部"]).Select(QuestionText.Fold).Where(i => documents.Count == 1 && folded.StartsWith(i, StringComparison.Ordinal)))
        {
            // 科技部那份规划: who issued it is no part of what is asked.
            rest = rest.Replace(issuer, new string('\n', issuer.Length), StringComparison.Ordinal);
        }

        var numbers = new List<string>();
        rest = StandardNumber().Replace(rest, m =>
        {
            numbers.Add(m.Value.TrimEnd('文', '令'));
            return new string('\n', m.Length);
        });
        var years = new List<int>();
        foreach (Match range in PlanRange().Matches(rest))
        {
            // 2016—2020年的规划 names a plan by its period.
            documents = [.. documents, .. library.Documents.Where(d => d.IsPolicy && d.PlanStart == range.Groups[1].Value && d.PlanEnd == range.Groups[2].Value && !documents.Contains(d))];
            rest = string.Concat(rest.AsSpan(0, range.Index), new string('\n', range.Length), rest.AsSpan(range.Index + range.Length));
        }

        rest = YearPattern().Replace(rest, m =>
        {
            years.Add(int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));
            return new string('\n', m.Length);
        });
        foreach (var (name, end) in Periods)
        {
            rest = Period(rest, name, end, years);
        }

        var mentioned = documents;
        var planned = Periods.Where(p => folded.Contains(p.Name, StringComparison.Ordinal)).Select(p => p.End).ToList();
        if (planned.Count > 0)
        {
            // 十四五…规划 is not the plan of the 十三五 that has the same name.
            documents = [.. mentioned.Where(d => d.PlanEnd is not { } end || planned.Exists(y => end.StartsWith(y.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)))];
        }

        var places = FindPlaces(ref rest);
        var quantities = new List<AskedQuantity>();
        foreach (var (start, end, quantity) in QuantityScanner.Find(rest).ToList())
        {
            quantities.Add(quantity);
            rest = string.Concat(rest.AsSpan(0, start), new string('\n', end - start), rest.AsSpan(end));
        }

        var wanted = Asked.Where(a => cues.Contains(a.Cue)).Aggregate(Wanted.Nothing, (all, a) => all | a.Wanted);
        if (wanted == Wanted.Nothing && folded.TrimEnd('?', '？', '。').EndsWith("目标", StringComparison.Ordinal))
        {
            wanted = Wanted.Amount;
        }

        return new Question
        {
            Written = written,
            Folded = folded,
            Quoted = [.. QuotedWords().Matches(written).Select(m => QuestionText.Fold(m.Groups[1].Value))],
            IsEnglish = isEnglish,
            Stems = isEnglish ? EnglishStems.Of(written) : new HashSet<string>(),
            Cues = cues,
            Wanted = wanted,
            Documents = OfYears(documents, years),
            Numbers = numbers,
            Years = years,
            Places = places,
            IsNational = places.Count == 0 && Array.Exists(WholeCountry, w => folded.Contains(w, StringComparison.Ordinal)),
            Quantities = quantities,
            Concepts = Promote(OrNumbers([.. Concepts(rest).Select(c => isEnglish ? Lighten(c, written) : c).Concat(Scores(quantities, cues)).DistinctBy(c => c.Term)], quantities)),
            Clauses = [.. ClauseNumber().Matches(folded).Select(m => m.Value)],
        };
    }

    /// <summary>2016年通知 means the notice, and the year is part of its name.</summary>
    private static List<SourceDocument> OfYears(IReadOnlyList<SourceDocument> documents, List<int> years)
    {
        var dated = documents.Where(d => years.Exists(y => d.Id.EndsWith($"-{y}", StringComparison.Ordinal))).ToList();
        if (dated.Count > 0 && documents.Count > dated.Count)
        {
            years.RemoveAll(y => dated.Exists(d => d.Id.EndsWith($"-{y}", StringComparison.Ordinal)));
            return dated;
        }

        return [.. documents];
    }

    /// <summary>85分以上才算 asks for a pass mark without saying the word.</summary>
    private IEnumerable<Concept> Scores(List<AskedQuantity> quantities, HashSet<string> cues) =>
        quantities.Exists(q => q.Unit == "分") && !cues.Contains("amount") && vocabulary.Matcher.TryMatchAt("合格分数线", 0, out _, out var concept) ? [concept] : [];

    /// <summary>An English word that the lexicon does not know weighs little, since the lexicon is finite; a proper name weighs what a name weighs.</summary>
    private static Concept Lighten(Concept concept, string written) =>
        concept.Kind == ConceptKind.Loose && concept.Term.All(c => char.IsAsciiLetterLower(c) || c is '-' or '/' or '.') && (written.Contains(concept.Term, StringComparison.Ordinal) || written.StartsWith(concept.Term, StringComparison.OrdinalIgnoreCase))
            ? concept with { Kind = ConceptKind.Weak } : concept;

    /// <summary>Where nothing but a number is said, the number is what the question is about.</summary>
    private static List<Concept> OrNumbers(List<Concept> concepts, List<AskedQuantity> quantities) =>
        concepts.Exists(c => c.Kind != ConceptKind.Weak) ? concepts : [.. concepts, .. quantities.Where(q => q.Written.Length >= 2).Select(q => new Concept(q.Written, ConceptKind.Word, [q.Written]))];

    /// <summary>Where a question has nothing but words of little content, these are what it is about.</summary>
    private static List<Concept> Promote(List<Concept> concepts) => concepts.TrueForAll(c => c.Kind == ConceptKind.Weak)
        ? [.. concepts.Select(c => c.Term.Length >= 2 && !Array.Exists(Contrasts, w => w == c.Term) && c.Term.Length >= concepts.Where(o => !Array.Exists(Contrasts, w => w == o.Term)).Select(o => o.Term.Length).DefaultIfEmpty(2).Max() - 1 ? c with { Kind = ConceptKind.Word } : c)]
        : concepts;

    private IEnumerable<Concept> Concepts(string rest)
    {
        var loose = string.Empty;
        for (var i = 0; i <= rest.Length; i++)
        {
            var term = string.Empty;
            Concept? concept = null;
            var matched = i < rest.Length && vocabulary.Matcher.TryMatchAt(rest, i, out term, out concept);
            if (matched || i == rest.Length || !(char.IsLetterOrDigit(rest[i]) || rest[i] is '/' or '.' or '+'))
            {
                if (loose.Length > 1 && !loose.All(c => char.IsAsciiDigit(c) || c == '.'))
                {
                    yield return new Concept(loose, ConceptKind.Loose, [loose]);
                }

                loose = string.Empty;
            }
            else
            {
                loose += rest[i];
            }

            if (matched && concept is not null)
            {
                if (concept.Term.Length > 0)
                {
                    yield return concept;
                }

                i += term.Length - 1;
            }
        }
    }

    private List<string> FindPlaces(ref string rest)
    {
        var places = new List<string>();
        for (var i = 0; i + 1 < rest.Length; i++)
        {
            for (var length = Math.Min(9, rest.Length - i); length >= 2; length--)
            {
                var name = rest.Substring(i, length);
                if (ontology.Policies.Jurisdictions.Find(name) is { Level: not "national" } found && QuestionText.IsHan(name[0]))
                {
                    places.Add(found.Name);
                    rest = string.Concat(rest.AsSpan(0, i), new string('\n', length), rest.AsSpan(i + length));
                    break;
                }
            }
        }

        return [.. places.Distinct()];
    }

    private static string Period(string rest, string name, int year, List<int> years)
    {
        if (!rest.Contains(name, StringComparison.Ordinal))
        {
            return rest;
        }

        if (!years.Contains(year))
        {
            years.Add(year);
        }

        return rest.Replace(name, new string('\n', name.Length), StringComparison.Ordinal);
    }

    private static bool Has(string folded, string cue) => folded.Contains(QuestionText.Fold(cue), StringComparison.Ordinal);

    [GeneratedRegex(@"(?:gb/?t?|db\d*/?t?|iso|hj|jb/?t?)\d[\d.]*(?:-\d{4})?|(?:[\u4e00-\u9fff]{2,8}[〔\[(](?:19|20)\d\d[〕\])])\d+号|(?<!\d)\d{1,5}号(?:文|令|通知|公告)", RegexOptions.None, 2_000)]
    private static partial Regex StandardNumber();

    [GeneratedRegex(@"第[一二三四五六七八九十]+条|(?<![\d.\-/])\d\.\d(?:\.\d)?(?![\d%])|表c\.1|专栏\d{1,2}|式b\.\d+|附录[abc]", RegexOptions.None, 2_000)]
    private static partial Regex ClauseNumber();

    [GeneratedRegex("[“\"「《]([^”\"」》]{4,30})[”\"」》]", RegexOptions.None, 2_000)]
    private static partial Regex QuotedWords();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d\d)年?[-至到]((?:19|20)\d\d)年?(?=的?(?:那份|这份)?(?:工业|绿色|发展)*(?:规划|plan))", RegexOptions.None, 2_000)]
    private static partial Regex PlanRange();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d\d)(?:年底|年末|年度|年版|年)?(?![\d.%])", RegexOptions.None, 2_000)]
    private static partial Regex YearPattern();
}
