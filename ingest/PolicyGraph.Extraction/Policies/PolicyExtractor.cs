using System.Globalization;
using PolicyGraph.Documents;
using PolicyGraph.Documents.Structure;
using PolicyGraph.Ontology.Lexicon;
using PolicyGraph.Ontology.Units;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Policies;

/// <summary>Reads what a policy document says, by rules: structure, targets, norms, citations, industries, processes.</summary>
/// <remarks>Pure and safe to use from several threads; the time is linear in the length of the text.</remarks>
public sealed class PolicyExtractor
{
    private readonly PolicyLexicon lexicon;
    private readonly UnitLexicon units;

    /// <summary>Takes the words and the units.</summary>
    public PolicyExtractor(PolicyLexicon lexicon, UnitLexicon units)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(units);
        this.lexicon = lexicon;
        this.units = units;
    }

    /// <summary>Reads one document.</summary>
    /// <param name="document">What a reader made of the file.</param>
    /// <param name="hints">What is known beside the text; null when nothing is.</param>
    public PolicyExtraction Extract(Document document, DocumentHints? hints)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = document.Text.Text;
        var flattened = FlattenedTableReader.Read(document);
        var tree = ProvisionParser.Parse(document, flattened);
        IReadOnlyList<Table> tables = [.. document.Tables.Concat(flattened).OrderBy(t => t.Span.Start)];
        var folded = NormalizedText.Fold(text).Squeeze().Text;
        var profile = new ProfileReader(lexicon).Read(document, tree, folded, hints);
        var horizon = Horizon(folded, profile);
        var scope = profile.Jurisdiction;

        var targets = new TargetReader(lexicon, units, horizon, scope, null);
        var norms = new NormReader(lexicon, profile.IssuingAuthorities.Count > 0 ? profile.IssuingAuthorities[0].Replace("办公厅", string.Empty, StringComparison.Ordinal) : null);
        var citations = new CitationReader(lexicon, text, profile.Title);
        var industries = new IndustryReader(lexicon);
        var processes = new ProcessReader(lexicon);
        var attachments = false;
        foreach (var passage in tree.Passages)
        {
            var ancestry = tree.Ancestry(passage.Path).ToList();
            var prose = Prose.Of(text, passage, IsBackground(ancestry));
            if (prose.Text.Length == 0)
            {
                continue;
            }

            attachments = IsAttachment(prose.Text, attachments);
            if (attachments)
            {
                citations.ReadAttachment(prose);
                continue;
            }

            targets.Read(prose, [.. ancestry.Select(p => p.Path)], ancestry.Select(p => p.Heading).FirstOrDefault(h => h is not null));
            norms.Read(prose, ancestry.Count > 0 && ancestry[0].Kind == ProvisionKind.Paragraph ? ancestry[0].Heading : null);
            citations.Read(prose);
            industries.Read(prose);
            processes.Read(prose);
        }

        foreach (var table in tables)
        {
            var path = PathAt(tree, table.Span.Start);
            foreach (var target in TableTargets.Read(table, path, NoteBelow(text, table), scope, lexicon.Indicators, horizon.IsAhead))
            {
                targets.Add(target);
            }
        }

        return new PolicyExtraction
        {
            Profile = profile,
            Sections = tree.Sections,
            Provisions = tree.Provisions,
            Tables = tables,
            Targets = [.. targets.Targets.OrderBy(t => t.Span.Start)],
            Norms = norms.Norms,
            Citations = citations.Citations,
            Industries = industries.Mentions,
            Processes = processes.Mentions(text.Count(c => !char.IsWhiteSpace(c))),
            Diagnostics = Remarks(profile, tree),
        };
    }

    /// <summary>Whether the nearest heading that tells says that this part is about the past.</summary>
    private bool IsBackground(List<Provision> ancestry)
    {
        foreach (var provision in ancestry)
        {
            if (provision.Heading is not { } heading || provision.Kind == ProvisionKind.Paragraph)
            {
                continue;
            }

            heading = string.Concat(heading.Where(c => !char.IsWhiteSpace(c)));
            var background = HeadingText.Names(heading, lexicon.Cues.Words("backgroundHeadings"));
            var normative = Words.Any(heading, lexicon.Cues.Words("normativeHeadings"));
            if (background != normative)
            {
                return background;
            }

            if (background)
            {
                return heading.Contains("形势", StringComparison.Ordinal) || heading.Contains("现状", StringComparison.Ordinal);
            }
        }

        return false;
    }

    private static PlanHorizon Horizon(string folded, DocumentProfile profile)
    {
        int? written = null;
        foreach (var date in (ReadOnlySpan<string?>)[profile.SignedOn, profile.PublishedOn, NumberYear(profile.DocumentNumber)])
        {
            written ??= date is { Length: >= 4 } && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
        }

        var due = new Dictionary<int, int>();
        foreach (var (at, year) in Figure.Years(folded, 0, folded.Length))
        {
            if (at > 0 && folded[at - 1] is '到' or '至')
            {
                due[year] = due.GetValueOrDefault(year) + 1;
            }
        }

        var start = Year(profile.PlanStart);
        var end = Year(profile.PlanEnd);
        if (end is null)
        {
            // Without a period in the title: the one that the opening names, else the due year that is stated most.
            var (from, to) = PlanHorizon.PeriodOf(folded[..Math.Min(folded.Length, 400)].Contains("五年规划纲要", StringComparison.Ordinal) ? folded[..Math.Min(folded.Length, 400)] : string.Empty);
            start ??= from;
            end = to ?? (due.Count > 0 ? due.OrderByDescending(d => d.Value).ThenBy(d => d.Key).First().Key : null);
        }

        var law = profile.Kind is "law" or "regulation" or "measures" or "standard";
        return new PlanHorizon(start, end, written, due.Count > 0 || profile.PlanEnd is not null, law && due.Count == 0);
    }

    private static int? Year(string? date) => date is { Length: >= 4 } && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static string? NumberYear(string? number)
    {
        var open = number?.IndexOf('〔', StringComparison.Ordinal) ?? -1;
        return number is not null && open >= 0 && open + 5 < number.Length ? number[(open + 1)..(open + 5)] : null;
    }

    private static bool IsAttachment(string line, bool before) =>
        line.Length < 90 && (line.StartsWith("附件:", StringComparison.Ordinal) || (line.StartsWith("附件", StringComparison.Ordinal) && line.Length > 4 && line.IndexOf(':', StringComparison.Ordinal) is > 2 and < 6) || (before && line.Length > 2 && ChineseAmount.IsDigit(line[0])));

    private static string PathAt(ProvisionTree tree, int offset)
    {
        var innermost = tree.Provisions.LastOrDefault(p => p.Span.Contains(offset));
        return innermost?.Path ?? tree.Provisions.LastOrDefault(p => p.Span.Start <= offset)?.Path ?? "导语";
    }

    /// <summary>注：本专栏均为指导性指标 below a table says how all its values bind.</summary>
    private static string? NoteBelow(string text, Table table)
    {
        var below = text.AsSpan(table.Span.End, Math.Min(160, text.Length - table.Span.End));
        foreach (var word in (ReadOnlySpan<string>)["约束性", "预期性", "指导性"])
        {
            if (below.Contains("注", StringComparison.Ordinal) && below.Contains(word, StringComparison.Ordinal))
            {
                return word;
            }
        }

        return null;
    }

    private static List<Diagnostic> Remarks(DocumentProfile profile, ProvisionTree tree)
    {
        var remarks = new List<Diagnostic>();
        if (profile.Title is null)
        {
            remarks.Add(new Diagnostic("EXT001", Severity.Warning, "正文中没有找到标题，请在 manifest.jsonl 中写明 title"));
        }

        if (tree.Sections.Count == 0)
        {
            remarks.Add(new Diagnostic("EXT002", Severity.Warning, "没有找到章节标题，全文按一个部分处理，请核对文件是否完整"));
        }

        return remarks;
    }
}
