using System.Text.RegularExpressions;
using PolicyGraph.Documents;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Ontology.Units;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads a piece of evidence: what kind of paper it is, and what it states, each value with the words that say it.</summary>
/// <remarks>Only the content counts, never the file's name. It keeps no state between papers and may be used by several threads.</remarks>
public sealed partial class EvidenceExtractor
{
    private const int MaxParagraph = 20_000;
    private static readonly HashSet<string> Grouped = new(StringComparer.Ordinal) { "management-certificate", "discharge-permit", "meter-ledger", "carbon-footprint-report", "green-power", "land-title", "business-licence", "monitoring-report", "management-system-document", "upgrade-projects", "waste-ledger", "waste-transfer" };
    private static readonly HashSet<string> Spoken = new(StringComparer.Ordinal) { "credit-report", "authority-statement", "enterprise-declaration", "self-evaluation" };

    private static readonly string[] Said = ["未", "无", "不存在", "没有", "正常", "不涉及", "不在", "整改", "曾"];

    private const int HeadLength = 3000;
    private static readonly string[] PeriodLabels = ["统计期", "报告期", "核算期", "报告时段", "统计时段", "数据时段", "核查期", "审计期", "统计年度", "报告年度", "核算年度", "数据年度"];
    private static readonly string[] Offices = ["认证", "检测", "检验", "监测", "咨询", "审计", "核查", "评估", "交易中心", "电网", "供电", "税务", "信用服务"];

    private readonly EvidenceVocabulary vocabulary;
    private readonly NumberScanner numbers;
    private readonly LabelLexicon labels;
    private readonly TypeRecogniser types;
    private readonly PlatformReader platforms;

    /// <summary>Prepares the reader.</summary>
    /// <param name="vocabulary">Fields and types, <c>schema/evidence.yaml</c>.</param>
    /// <param name="units">Units, <c>lexicon/units.yaml</c>.</param>
    /// <param name="energies">Energies, <c>lexicon/energies.yaml</c>.</param>
    public EvidenceExtractor(EvidenceVocabulary vocabulary, UnitLexicon units, EnergyLexicon energies)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(energies);
        this.vocabulary = vocabulary;
        numbers = new NumberScanner(units);
        labels = new LabelLexicon(vocabulary, energies, numbers);
        types = new TypeRecogniser(vocabulary);
        platforms = new PlatformReader(vocabulary.Functions);
    }

    /// <summary>Reads one paper.</summary>
    /// <param name="document">The document as a reader made it.</param>
    /// <param name="subject">The enterprise in whose folder it lies; supplies no value.</param>
    /// <returns>The type, <c>unrecognised</c> without fields where it is no evidence, and the fields in reading order.</returns>
    public EvidenceReading Read(Document document, SubjectHints? subject)
    {
        ArgumentNullException.ThrowIfNull(document);
        var paper = new Paper(document);
        var draft = new Draft(paper) { Period = FindPeriod(paper) };
        draft.TitleSubject = FindTitleSubject(paper, subject);
        var statements = new StatementReader();
        ReadStructure(draft, statements);
        OneCertificate.Join(draft);
        var read = draft.Fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var (type, confidence) = types.Recognise(paper, read);
        if (type == EvidenceVocabulary.Unrecognised && !types.IsNoEvidence(paper))
        {
            (type, confidence) = TypeRecogniser.RecogniseByFigures(paper, [.. draft.Fields, .. ReadFigures(paper, draft.Period)]);
        }

        if (type == EvidenceVocabulary.Unrecognised && LetterReader.StruckOff(paper, subject) is { } struck)
        {
            return StruckOff(draft, struck, subject!.Name); // found by its name
        }

        if (type == EvidenceVocabulary.Unrecognised && !types.IsNoEvidence(paper) && LetterReader.Find(paper) is { } letter)
        {
            (type, confidence) = (letter, 0.5);
        }

        if (type == EvidenceVocabulary.Unrecognised)
        {
            return new EvidenceReading(type, confidence, []);
        }

        if (Spoken.Contains(type) && !Spoke().IsMatch(paper.Text) && TypeRecogniser.RecogniseByFigures(paper, [.. draft.Fields, .. ReadFigures(paper, draft.Period)]) is { Type: not EvidenceVocabulary.Unrecognised } figures)
        {
            (type, confidence) = figures; // 兹证明我公司2025年度产量10.00万吨: certifies figures alone
        }

        if (type == "platform-description" && !vocabulary.Functions.Any(f => paper.Text.Contains(f.Key, StringComparison.Ordinal) || f.Value.Any(n => paper.Text.Contains(n, StringComparison.Ordinal))) && !paper.Text.Contains("功能", StringComparison.Ordinal)
            && TypeRecogniser.RecogniseByFigures(paper, [.. draft.Fields, .. ReadFigures(paper, draft.Period)]) is { Type: not EvidenceVocabulary.Unrecognised } exported)
        {
            (type, confidence) = exported; // what a platform exports is no description of it
        }

        if (type == "enterprise-declaration" && OpinionReader.Find(paper) is not null)
        {
            type = "authority-statement";
        }

        SignatureReader.Read(draft);
        HeadReader.Read(draft, type);
        ReadSentences(draft, statements, type);
        return new EvidenceReading(type, confidence, Finish(draft, vocabulary.Types[type]));
    }

    // A public notice proves nothing but that the enterprise stands in it.
    private static EvidenceReading StruckOff(Draft draft, TextSpan struck, string name)
    {
        draft.AddText("removedFromList", struck, struck, null, "occurred", PeriodCaption.In(draft.Paper.Title.Split('\n')[0]));
        var holder = draft.Paper.Text.IndexOf(NormalizedText.Fold(name).Text, StringComparison.Ordinal);
        if (holder >= 0)
        {
            draft.AddText("holder", new TextSpan(holder, holder + name.Length), new TextSpan(holder, holder + name.Length));
        }

        return new EvidenceReading("authority-statement", 0.6, [.. draft.Fields.Where(f => f.Name is "removedFromList" or "holder").Select(f => f with { Subject = name, Group = 0 }).TakeLast(2).OrderBy(f => f.Span.Start)]);
    }

    private static Period? FindPeriod(Paper paper)
    {
        foreach (var line in paper.Title.Split('\n'))
        {
            if (line.Length <= 60 && !line.Contains("日期", StringComparison.Ordinal) && !line.Contains("时间", StringComparison.Ordinal) && !PeriodCaption.IsSigned(line) && PeriodCaption.In(line) is { Length: not PeriodLength.Range } period)
            {
                return period;
            }
        }

        foreach (var line in paper.Lines.Take(12))
        {
            if (PeriodBehind(paper, line, line) is { } period)
            {
                return period;
            }
        }

        // a form gives it in a row of its own: 报告时段 | 2025年1月1日至2025年12月31日
        return paper.Grids.SelectMany(g => Enumerable.Range(0, Math.Min(g.Rows, 12)).Select(g.Cells)).Where(c => c.Count is 2 or 4)
            .SelectMany(c => Enumerable.Range(0, c.Count / 2).Select(i => PeriodBehind(paper, c[2 * i].Span, c[(2 * i) + 1].Span))).FirstOrDefault(p => p is not null);
    }

    // The range or the year that stands behind the label of a period.
    private static Period? PeriodBehind(Paper paper, TextSpan label, TextSpan value)
    {
        var words = paper.Words(label);
        foreach (var name in PeriodLabels)
        {
            var at = words.IndexOf(name, StringComparison.Ordinal);
            var start = label == value ? label.Start + at : value.Start;
            if (at >= 0 && DateScanner.FindRange(paper.Text, start, value.End) is { } range && range.To.Last >= range.From.First)
            {
                return Period.Between(range.From.First, range.To.Last);
            }

            if (at >= 0 && name.EndsWith("年度", StringComparison.Ordinal) && paper.Text[start..value.End].Replace(name, string.Empty, StringComparison.Ordinal).Trim(' ', ':') is { Length: >= 4 and <= 6 } year && int.TryParse(year.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture, out var one) && one is > 1990 and < 2100)
            {
                return Period.OfYear(one);
            }
        }

        return null;
    }

    private static string? FindTitleSubject(Paper paper, SubjectHints? subject)
    {
        var first = Organisations.FindFirst(paper.Title, 0, paper.Title.Length);
        if (first is { } span && !IsOffice(paper.Title[span.Start..span.End]))
        {
            return paper.Title[span.Start..span.End];
        }

        return subject?.FormerNames.Prepend(subject.Name).FirstOrDefault(n => n.Length > 3 && paper.Title.Contains(NormalizedText.Fold(n).Text, StringComparison.Ordinal));
    }

    private void ReadStructure(Draft draft, StatementReader statements)
    {
        var pairs = new PairReader(labels, numbers, statements);
        var forms = new FormReader(pairs, statements);
        forms.Read(draft);
        var tables = new TableReader(labels, numbers, pairs, forms, new FigureReader(labels, numbers));
        foreach (var grid in draft.Paper.Grids)
        {
            tables.Read(draft, grid);
        }
    }

    // The figures of the sentences alone, to see what a paper without a telling title is about.
    private IReadOnlyList<EvidenceField> ReadFigures(Paper paper, Period? period)
    {
        var draft = new Draft(paper) { Period = period };
        var prose = new ProseReader(labels, numbers);
        foreach (var paragraph in paper.Paragraphs.SelectMany(l => Pieces(paper.Text, l)))
        {
            prose.ReadParagraph(draft, paragraph);
        }

        return draft.Fields;
    }

    // A paragraph is read as a whole; one without end is cut behind a full stop, where there is one.
    private static IEnumerable<TextSpan> Pieces(string text, TextSpan line)
    {
        var start = line.Start;
        while (line.End - start > MaxParagraph)
        {
            var stop = text.LastIndexOfAny(['。', ';', '\n'], start + MaxParagraph - 1, MaxParagraph);
            var end = stop < start + 8 ? start + MaxParagraph : stop + 1;
            yield return new TextSpan(start, end);
            start = end;
        }

        if (line.End - start >= 8)
        {
            yield return new TextSpan(start, line.End);
        }
    }

    private void ReadSentences(Draft draft, StatementReader statements, string type)
    {
        var paper = draft.Paper;
        var issued = draft.Fields.FirstOrDefault(f => f.Name == "issuedOn")?.Date is { Length: 10 } date ? DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : (DateOnly?)null;
        var prose = new ProseReader(labels, numbers);
        var management = new ManagementReader(labels, numbers);
        var kind = vocabulary.Types[type];
        var opinion = type == "authority-statement" ? OpinionReader.Find(paper) ?? 0 : 0;
        foreach (var paragraph in paper.Paragraphs.SelectMany(l => Pieces(paper.Text, l)))
        {
            if (kind.StatesFigures)
            {
                prose.ReadParagraph(draft, paragraph);
            }

            if (Spoken.Contains(type))
            {
                statements.ReadParagraph(draft, paragraph, issued);
            }

            if (type == "management-duties")
            {
                management.ReadDuties(draft, paragraph);
            }

            if (type == "management-system-document")
            {
                ManagementReader.ReadReviews(draft, paragraph);
            }
        }

        if (Spoken.Contains(type))
        {
            ReadCells(draft, statements, issued);
        }

        if (type == "management-duties")
        {
            foreach (var grid in paper.Grids)
            {
                ManagementReader.ReadDuties(draft, grid);
            }
        }

        // what the enterprise declares above the opinion is no word of the authority; never having been on the list may be declared
        draft.Remove(f => f.Statement is not null && f.Name != "removedFromList" && f.Span.Start < opinion);
        if (type == "land-title")
        {
            ReadAreas(draft, prose);
        }

        switch (type)
        {
            case "management-certificate" or "discharge-permit" or "business-licence":
                StatusReader.Read(draft);
                CertificateReader.Read(draft);
                break;
            case "management-system-document":
                ReviewReader.Read(draft);
                break;
            case "management-duties":
                ManagementReader.ReadTitle(draft);
                break;
            case "credit-report" or "authority-statement" or "enterprise-declaration":
                OccurrenceDates.Settle(draft);
                break;
            case "waste-ledger" or "waste-transfer":
                TransferReader.Read(draft);
                break;
            case "monitoring-report":
                GapReader.Read(draft);
                break;
            case "green-power":
                GreenPowerReader.Read(draft, numbers);
                break;
            case "upgrade-projects":
                QualitativeReader.Read(draft, "encouragedEquipment");
                break;
            case "platform-description":
                platforms.Read(draft);
                break;
            case "equipment-list":
                QualitativeReader.Read(draft, "encouragedEquipment");
                QualitativeReader.ReadObsolete(draft);
                break;
            case "energy-audit":
                QualitativeReader.ReadObsolete(draft);
                break;
            case "purchasing-rules":
                QualitativeReader.ReadPurchasing(draft);
                break;
            case "design-report":
                QualitativeReader.Read(draft, "greenDesign");
                break;
            default:
                break;
        }

        if (type is "equipment-list" or "waste-ledger" or "land-title")
        {
            QualitativeReader.ReadConclusions(draft);
        }

        if (kind.Carries.Contains("standard") || kind.May.Contains("standard"))
        {
            CertificateReader.ReadStandard(draft);
        }

        ReadRemarks(draft, type);
    }

    // 核查部门 | 核查事项 | 核查意见: what each authority says stands in a cell.
    private static void ReadCells(Draft draft, StatementReader statements, DateOnly? issued)
    {
        foreach (var grid in draft.Paper.Grids)
        {
            if (PenaltyReader.Read(draft, grid) || ListingReader.Read(draft, grid))
            {
                continue;
            }

            for (var row = 1; row < grid.Rows; row++)
            {
                foreach (var cell in grid.Cells(row).Where(c => c.Span.Length is >= 8 and <= 400 && Array.Exists(Said, s => c.Text.Contains(s, StringComparison.Ordinal))).ToList())
                {
                    if (grid.Cells(row).Count >= 3)
                    {
                        statements.ReadParagraph(draft, cell.Span, issued);
                    }
                }

                // 6 | 失信被执行人 | 未列入
                if (grid.Cells(row) is [_, var item, { Span.Length: < 8 } answer, ..] && StatementReader.Knows(draft.Paper.Words(item.Span)))
                {
                    statements.TryReadPair(draft, item.Span, answer.Span, answer.Span, answer, null);
                }
            }
        }
    }

    private void ReadRemarks(Draft draft, string type)
    {
        draft.Group = 0;
        try
        {
            RemarkReader.Read(draft, type, numbers);
        }
        catch (System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            // remarks decide nothing: a text that is built to stall gives no more of them
        }
    }

    // 面积 | 宗地面积 58600.00㎡/房屋建筑面积 38200.00㎡: one cell of a title holds both.
    private static void ReadAreas(Draft draft, ProseReader prose)
    {
        foreach (var cell in draft.Paper.Grids.SelectMany(g => Enumerable.Range(0, g.Rows).SelectMany(r => g.Cells(r))).Where(c => c.Text.Length is > 8 and < 120 && c.Text.Contains("面积", StringComparison.Ordinal) && c.Text.Any(char.IsAsciiDigit)))
        {
            prose.ReadParagraph(draft, cell.Span);
        }
    }

    // Leaves out what such a paper cannot state, what was read twice, and fills in whom the values are about.
    private List<EvidenceField> Finish(Draft draft, EvidenceType type)
    {
        var kept = new List<EvidenceField>();
        var index = new SpanIndex();
        foreach (var field in draft.Fields)
        {
            var known = vocabulary.Fields[field.Name];
            if (field.Name == "energyConsumption" && field.Unit?.Contains("CO", StringComparison.Ordinal) == true)
            {
                continue; // a factor, no consumption
            }

            var fits = type.Carries.Contains(field.Name) || type.May.Contains(field.Name) || field.Name is "holder" or "creditCode" or "issuedOn" or "issuer" || RemarkReader.Anywhere.Contains(field.Name) || (field.Qualifier == TableReader.Meter && field.Name is "number" or "validUntil" or "status") || (field.Name == "dataPeriod" && type.Id == "carbon-footprint-report") || (type.StatesFigures && known.Kind == EvidenceKind.Quantity);
            if (fits && !index.Exists(field.Name, field.Span, k => IsTwice(k, field)))
            {
                var grouped = Grouped.Contains(type.Id) || known.Kind == EvidenceKind.Quantity || field.Qualifier == TableReader.Meter ? field : field with { Group = 0 };
                kept.Add(grouped);
                index.Add(grouped);
            }
        }

        // an operand of a ratio is no ratio: 利用率 639.08÷10300.13=6.20%
        kept.RemoveAll(f => f.Unit is null && vocabulary.Fields[f.Name].Canonical == "%" && kept.Exists(o => o.Name == f.Name && o.Unit == "%"));
        kept.RemoveAll(f => f is { Name: "target", Number: null } && index.Exists(f.Name, f.Span, k => k.Number is not null && f.Span.Contains(k.Span)));
        if (kept.Exists(f => f is { Name: "upgradeInvestment", Qualifier: not null }))
        {
            // the sum below the projects names none
            kept = [.. kept.Select(f => f is { Name: "upgradeInvestment", Qualifier: null, Role: FieldRole.Value } or { Name: "upgradeInvestment", Role: FieldRole.Total } ? f with { Role = FieldRole.Total, Qualifier = null } : f)];
        }

        if (kept.Where(f => f.Name == "waterReused").Select(f => f.Qualifier).Distinct().Take(2).ToList() is [not null])
        {
            // one kind of reuse alone is all of it; with its months beside it, it is their total
            var whole = kept.Exists(f => f is { Name: "waterReused", Role: FieldRole.Part } and not { PeriodStart: { Month: 1, Day: 1 }, PeriodEnd: { Month: 12, Day: 31 } }) ? FieldRole.Total : FieldRole.Value;
            kept = [.. kept.Select(f => f.Name == "waterReused" ? f with { Qualifier = null, Role = f is { Role: FieldRole.Part, PeriodStart: { Month: 1, Day: 1 }, PeriodEnd: { Month: 12, Day: 31 } } ? whole : f.Role } : f)];
        }

        if (kept.Exists(f => f is { Name: "buildingFootprint", Qualifier: not null, Role: not FieldRole.Part }) && !kept.Exists(f => f is { Name: "buildingFootprint", Role: FieldRole.Total }))
        {
            kept = [.. kept.Select(f => f is { Name: "buildingFootprint", Qualifier: null } ? f with { Qualifier = "建筑物" } : f)]; // beside what structures and yards take
        }

        kept = [.. kept.Select(f => Refine(f, type, draft.Paper))];
        AddHolder(draft, kept);
        AddCode(draft, kept);
        var first = kept.Find(f => f.Name == "holder")?.Written;
        if (first is not null && OnlyPart().Match(draft.Paper.Text, 0, Math.Min(HeadLength, draft.Paper.Text.Length)) is { Success: true } part)
        {
            kept = [.. kept.Select(f => f.Number is not null && f.Subject is null ? f with { Subject = first + part.Groups[1].Value } : f)]; // of one workshop alone
        }

        var holders = kept.Where(f => f.Name == "holder").DistinctBy(f => f.Group).ToDictionary(f => f.Group, f => f.Written);
        return [.. kept
            .Select(f => f.Subject is not null ? f : f with { Subject = holders.GetValueOrDefault(f.Group, first!) }) // null where nobody is named
            .Select(f => f.Cell is null && draft.Paper.CellAt(f.Span) is { } cell ? f with { Sheet = cell.Sheet, Cell = cell.Cell } : f)
            .OrderBy(f => f.Span.Start).ThenBy(f => f.Span.End)];
    }

    // What a label means in this type of paper alone.
    private static EvidenceField Refine(EvidenceField field, EvidenceType type, Paper paper) => (field.Name, type.Id) switch
    {
        ("energyConsumption", _) when field.Unit is { } unit && unit.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 && FieldChoice.IsCoalEquivalent(unit[..slash]) => field with { Name = "energyCoefficient" }, // 电力折标系数取3.05 tce/万kWh
        ("energyConsumption", "material-ledger") when field.Unit is not { } kind || !(kind.Contains("Wh", StringComparison.Ordinal) || kind.Contains("千瓦时", StringComparison.Ordinal)) => field with { Name = "materialUse" },
        ("output" or "energyConsumption", "carbon-footprint-report") when field.Unit?.Contains("CO", StringComparison.Ordinal) == true => field with { Name = "productFootprint", Qualifier = null },
        ("holder", "waste-transfer") when IsReceiversLicence(paper) => field with { Name = "receiver" },
        ("validUntil", "waste-transfer") when IsReceiversLicence(paper) => field with { Name = "receiverValidUntil" },
        ("receiverValidUntil", not ("waste-ledger" or "waste-transfer")) => field with { Name = "validUntil" },
        ("energyRenewable", "green-power") when field.Qualifier is null && paper.Title.Contains("绿证", StringComparison.Ordinal) => field with { Qualifier = "绿证" },
        ("energyRenewable", "green-power") when field.Qualifier is null && paper.Title.Contains("绿色电力证书", StringComparison.Ordinal) && !paper.Title.Contains("交易", StringComparison.Ordinal) => field with { Qualifier = "绿色电力证书" },
        _ => field,
    };

    // The receiver's own licence, handed in beside the slips: it is about the receiver.
    private static bool IsReceiversLicence(Paper paper) => paper.Title.Contains("经营许可", StringComparison.Ordinal) && !paper.Title.Contains("合同", StringComparison.Ordinal) && !paper.Title.Contains("联单", StringComparison.Ordinal);

    // The same words read by two readers: as a label with its value, and as a sentence.
    private static bool IsTwice(EvidenceField first, EvidenceField second) =>
        first.Name == second.Name && first.Span.Overlaps(second.Span)
        && (first.Name == "plan"
            || (first.Statement is not null && first.Qualifier == second.Qualifier)
            || (first.Qualifier == second.Qualifier && first.Written == second.Written)
            || (first.Number is not null && first.Number == second.Number && (first.Qualifier is null || second.Qualifier is null)));

    // No label says whose paper it is: the first company that is named and does not live from other companies' papers.
    private static void AddHolder(Draft draft, List<EvidenceField> kept)
    {
        var text = draft.Paper.Text;
        if (kept.Exists(f => f.Name == "holder") || (kept.Exists(f => f.Name == "receiver") && IsReceiversLicence(draft.Paper)))
        {
            return;
        }

        var found = draft.TitleSubject is { } title && text.IndexOf(title, StringComparison.Ordinal) is var at and >= 0 ? new TextSpan(at, at + title.Length) : (TextSpan?)null;
        for (var start = 0; found is null && start < Math.Min(HeadLength, text.Length);)
        {
            if (Organisations.FindFirst(text, start, Math.Min(text.Length, start + HeadLength)) is not { } next)
            {
                break;
            }

            found = IsOffice(text[next.Start..next.End]) ? null : next;
            start = next.End;
        }

        if (found is { } span)
        {
            kept.Add(new EvidenceField { Name = "holder", Written = draft.Paper.Written(span), Span = span, Page = draft.Paper.PageAt(span.Start) });
        }
    }

    // 某某有限公司（统一社会信用代码：9141…）: the code that stands behind the holder's name.
    private static void AddCode(Draft draft, List<EvidenceField> kept)
    {
        var text = draft.Paper.Text;
        if (kept.Exists(f => f.Name == "creditCode") || kept.Find(f => f.Name == "holder") is not { } holder)
        {
            return;
        }

        var name = NormalizedText.Fold(holder.Written).Text;
        var at = text.IndexOf(name, StringComparison.Ordinal);
        if (at >= 0 && CreditCode.Find(text, at + name.Length, Math.Min(text.Length, at + name.Length + 50)) is { } span && Organisations.FindFirst(text, at + name.Length, span.Start) is null)
        {
            kept.Add(new EvidenceField { Name = "creditCode", Written = draft.Paper.Written(span), Span = span, Page = draft.Paper.PageAt(span.Start) });
        }
    }

    // 仅3号机车间, 只含二车间: the figures are of a part of the works
    [GeneratedRegex(@"(?:仅|只)(?:含|统计|包括|限|为|指)?([^。;,:\s有一个]{1,8}(?:车间|工段))", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex OnlyPart();

    // What letters and declarations speak of: lists, accidents, penalties, running and stopping.
    [GeneratedRegex("事故|违法|违规|处罚|失信|异常|名单|名录|监察|督查|督察|停产|停业|复产|经营|登记状态|整改|偷税|纳税|真实|承诺|环境事件", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Spoke();

    // Those who certify, test, audit and advise stand at the head of papers that are about somebody else.
    private static bool IsOffice(string name) => Array.Exists(Offices, o => name.Contains(o, StringComparison.Ordinal));
}
