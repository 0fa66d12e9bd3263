using PolicyGraph.Ontology.Evidence;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Says what kind of paper it is, from its title, the marks of its body and the fields that were read; never from its name.</summary>
internal sealed class TypeRecogniser(EvidenceVocabulary vocabulary)
{
    private const int HeadLength = 400;
    private const int ShortLength = 600;
    private const int LengthOfFigure = 160;
    private static readonly string[] Intentions = ["可行性研究", "可研", "招标", "投标", "投资计划", "环评报告", "环境影响报告", "用水计划", "用能计划", "达产后", "拟建"];
    private static readonly string[] Decrees = ["任命", "印发", "成立", "发布", "聘任", "职责", "下达", "目标"];
    private static readonly HashSet<string> Results = new(StringComparer.Ordinal) { "carbon-footprint-report", "greenhouse-gas-report", "energy-audit", "monitoring-report", "cleaner-production-audit", "design-report", "energy-statistics", "water-statistics", "output-statistics" };
    private static readonly string[] Plans = ["计划", "工作方案", "实施方案", "监测方案"];
    private static readonly string[] Addressees = ["各县", "各市", "各区", "各地", "各有关企业", "各有关单位", "各相关企业", "各设区"];
    private static readonly string[] Reviews = ["管理评审", "内部审核", "内审"];
    private static readonly string[] Disclaimers = ["不作为依据", "不作为正式", "仅供内部讨论", "仅供讨论", "供会员单位参考", "不作正式依据", "征求意见用"];
    private static readonly string[] Records = ["统计", "情况", "报告", "报表", "年报", "月报", "台账", "汇总", "说明", "核算", "计算", "清单", "记录", "数据", "一览表", "明细"];

    private static readonly (string Field, string Type)[] ByField =
    [
        ("energyConsumption", "energy-statistics"), ("energyTotal", "energy-statistics"), ("energyStandardCoal", "energy-statistics"), ("output", "output-statistics"), ("outputValue", "output-statistics"),
        ("waterIntake", "water-statistics"), ("waterReused", "water-statistics"), ("wasteGenerated", "waste-ledger"), ("wasteUtilised", "waste-ledger"), ("hazardousGenerated", "waste-ledger"),
        ("pollutantDischarge", "environment-statistics"), ("wastewaterDischarge", "environment-statistics"), ("pollutantConcentration", "monitoring-report"), ("landArea", "land-title"), ("floorArea", "land-title"),
        ("upgradeInvestment", "upgrade-projects"), ("materialUse", "material-ledger"), ("greenMaterialUse", "material-ledger"), ("energyRenewable", "green-power"), ("carbonTotal", "greenhouse-gas-report"), ("carbonPart", "greenhouse-gas-report"), ("electricityActivity", "greenhouse-gas-report"),
        ("productFootprint", "carbon-footprint-report"), ("buildingFootprint", "land-title"), ("wastewaterGenerated", "environment-statistics"), ("wastewaterReused", "water-statistics"), ("wasteGasDischarge", "environment-statistics"), ("waterTotal", "water-statistics"),
    ];

    /// <summary>The type and how sure that is.</summary>
    public (string Type, double Confidence) Recognise(Paper paper, IReadOnlySet<string> fields)
    {
        if (IsNoEvidence(paper))
        {
            return (EvidenceVocabulary.Unrecognised, 0.9);
        }

        var titles = TitleNames(paper.Title);
        var best = (Type: EvidenceVocabulary.Unrecognised, Score: 0.0);
        foreach (var type in vocabulary.Types.Values)
        {
            var score = Score(paper, type, fields, titles.GetValueOrDefault(type.Id));
            if (score > best.Score)
            {
                best = (type.Id, score);
            }
        }

        if (Results.Contains(best.Type) && paper.Title.Split('\n').Any(l => Array.Exists(Plans, p => l.TrimEnd().EndsWith(p, StringComparison.Ordinal))))
        {
            return (EvidenceVocabulary.Unrecognised, 0.8); // what is to be measured has no result yet
        }

        return best.Score < 2.4 ? (EvidenceVocabulary.Unrecognised, 0.5) : (best.Type, Math.Min(0.99, 0.4 + (best.Score * 0.08)));
    }

    /// <summary>For a paper whose title tells nothing: what most of its figures are about, if it presents itself as a record of figures.</summary>
    /// <remarks>A record has a title that says so, a table, or is a few lines, most of which are figures with their units, about a company that it names. What is planned, tendered or expected records nothing.</remarks>
    public static (string Type, double Confidence) RecogniseByFigures(Paper paper, IReadOnlyList<EvidenceField> fields)
    {
        var named = Array.Exists(Records, r => paper.Title.Contains(r, StringComparison.Ordinal));
        var inTable = fields.Any(f => f.Number is not null && paper.IsInTable(f.Span));
        if ((!named && !inTable && !IsShortRecord(paper, fields)) || Array.Exists(Intentions, i => paper.Title.Contains(i, StringComparison.Ordinal) || (paper.Text.Length <= ShortLength && paper.Text.Contains(i, StringComparison.Ordinal))))
        {
            return (EvidenceVocabulary.Unrecognised, 0.5);
        }

        var best = fields
            .Where(f => f.Number is not null || (f.Unit is not null && f.Written.Length > 0 && char.IsAsciiDigit(f.Written[0])))
            .Select(f => Array.Find(ByField, b => b.Field == f.Name).Type)
            .Where(t => t is not null)
            .GroupBy(t => t)
            .OrderByDescending(g => g.Count())
            .FirstOrDefault()?.Key;
        return best is null ? (EvidenceVocabulary.Unrecognised, 0.5) : (best, 0.5);
    }

    private static bool IsShortRecord(Paper paper, IReadOnlyList<EvidenceField> fields)
    {
        var figures = fields.Where(f => f.Unit is not null).Select(f => f.Span.Start).Distinct().Count();
        return paper.Text.Length <= ShortLength && figures > 0 && paper.Text.Length <= figures * LengthOfFigure && Organisations.FindFirst(paper.Text, 0, paper.Text.Length) is not null;
    }

    // The longest name of each type in the title. A name inside a longer one of another type says nothing: 排污许可证执行报告 is no 排污许可证, 温室气体核查声明 no 声明.
    private Dictionary<string, string> TitleNames(string title)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = title.Split('\n');
        foreach (var type in vocabulary.Types.Values)
        {
            foreach (var name in type.Names)
            {
                var whole = name[0] == '=';
                var says = whole ? Array.Exists(lines, l => l.Trim() == name[1..]) : Stands(title, name);
                if (says && name.Length > (found.GetValueOrDefault(type.Id)?.Length ?? 0))
                {
                    found[type.Id] = name;
                }
            }
        }

        return found.Where(f => !found.Any(o => o.Key != f.Key && o.Value.Length > f.Value.Length && o.Value.Contains(f.Value, StringComparison.OrdinalIgnoreCase) && !title.Replace(o.Value, string.Empty, StringComparison.OrdinalIgnoreCase).Contains(f.Value, StringComparison.OrdinalIgnoreCase)))
            .ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
    }

    // 声明单位 declares nothing: it is the unit of a footprint.
    private static bool Stands(string title, string name) =>
        title.Contains(name, StringComparison.OrdinalIgnoreCase) && (name != "声明" || title.Replace("声明单位", string.Empty, StringComparison.Ordinal).Contains(name, StringComparison.Ordinal));

    private static double Score(Paper paper, EvidenceType type, IReadOnlySet<string> fields, string? name)
    {
        var title = name is null ? 0 : 1.6 + (Math.Min(name.Length, 12) * 0.2);
        var marks = type.Marks.Count(m => paper.Text.Contains(m, StringComparison.OrdinalIgnoreCase));
        var carried = (1.5 * type.Carries.Count(fields.Contains)) + (0.5 * type.May.Count(fields.Contains));
        if (title == 0 && marks < 3)
        {
            return 0;
        }

        return title + (Math.Min(marks, 6) * 0.5) + (Math.Min(carried, 4) * 0.35) + (type.Id == "self-evaluation" && title > 0 ? 6 : 0);
    }

    /// <summary>Whether the paper is a draft, a brochure, a notice or news.</summary>
    public bool IsNoEvidence(Paper paper)
    {
        foreach (var word in vocabulary.NotEvidence)
        {
            if (paper.Title.Contains(word, StringComparison.Ordinal) && !(word == "的通知" && IsOwnDecree(paper)) && !(word == "会议纪要" && Array.Exists(Reviews, r => paper.Title.Contains(r, StringComparison.Ordinal))))
            {
                return true;
            }
        }

        var head = paper.Text[..Math.Min(HeadLength, paper.Text.Length)];
        return Array.Exists(Disclaimers, d => head.Contains(d, StringComparison.Ordinal)) || head.Contains("本报讯", StringComparison.Ordinal) || head.Contains("通讯员", StringComparison.Ordinal) || (head.Contains("记者", StringComparison.Ordinal) && head.Contains('讯', StringComparison.Ordinal));
    }

    // A company issues its rules, aims and appointments as notices too; an authority writes to 各县, 各有关企业.
    private static bool IsOwnDecree(Paper paper) =>
        Array.Exists(Decrees, d => paper.Title.Contains(d, StringComparison.Ordinal))
        && Organisations.FindFirst(paper.Text, 0, paper.Text.Length) is not null
        && !Array.Exists(Addressees, a => paper.Text.Contains(a, StringComparison.Ordinal));
}
