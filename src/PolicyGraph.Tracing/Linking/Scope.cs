using PolicyGraph.Text;

namespace PolicyGraph.Tracing.Linking;

/// <summary>What a target covers within its place: all of it, or the fields, industries or enterprises that it names.</summary>
/// <param name="Items">The names, one each; empty for all of the place.</param>
public sealed record Scope(IReadOnlyList<string> Items)
{
    private const string AboveScale = "规模以上工业";

    private static readonly string[] ScaleOwners =
    [
        "规模以上工业企业", "规上工业企业", "规模以上工业", "规模以上企业", "规上工业", "规上企业", "规模以上", "规上",
    ];

    private static readonly string[] Places = ["全国", "全省", "全市", "全区", "全州", "全社会", "我省", "我市", "我区", "本省", "本市", "本地区"];
    private static readonly string[] Ends = ["重点行业", "等行业", "等领域", "等产业", "等地区", "等区域", "行业", "领域", "产业", "等"];

    /// <summary>All of the place.</summary>
    public static Scope Whole { get; } = new([]);

    /// <summary>Whether it is all of the place.</summary>
    public bool IsWhole => Items.Count == 0;

    /// <summary>Understands a scope.</summary>
    /// <param name="written">The scope as the target has it; null for none.</param>
    /// <param name="indicator">The indicator as written, which may begin with an owner: 规模以上单位工业增加值能耗.</param>
    /// <param name="jurisdiction">Name of the place of the document.</param>
    public static Scope Of(string? written, string indicator, string? jurisdiction)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        var name = written is null ? string.Empty : NormalizedText.Fold(written).Squeeze().Text;
        if (ScaleOwners.Contains(name) || ScaleOwners.Any(o => indicator.StartsWith(o, StringComparison.Ordinal)))
        {
            return new Scope([AboveScale]);
        }

        if (name.Length == 0 || name == jurisdiction || Places.Contains(name))
        {
            return Whole;
        }

        var list = Ends.FirstOrDefault(e => name.EndsWith(e, StringComparison.Ordinal) && name.Length > e.Length) is { } end ? name[..^end.Length] : name;
        return new Scope([.. list.Split(['、', '和', '与', '及', ','], StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>The name of an indicator without the owner at its head.</summary>
    public static string WithoutOwner(string indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return ScaleOwners.FirstOrDefault(o => indicator.StartsWith(o, StringComparison.Ordinal) && indicator.Length > o.Length + 2) is { } owner ? indicator[owner.Length..] : indicator;
    }

    /// <summary>Whether both cover the same within their places.</summary>
    public bool IsSame(Scope other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Items.SequenceEqual(other.Items, StringComparer.Ordinal);
    }

    /// <summary>Whether this one is a part of another by what both name; a part of the whole counts only for what adds up.</summary>
    /// <param name="other">The wider one.</param>
    /// <param name="addsUp">Whether counts or totals are meant: ten factories of one industry are ten of the hundred, a rate of one industry is not the rate of all.</param>
    public bool IsPartOf(Scope other, bool addsUp)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.IsWhole ? addsUp && !IsWhole : !IsWhole && Items.Count < other.Items.Count && Items.All(other.Items.Contains);
    }

    /// <summary>The scope in words.</summary>
    public string InWords => IsWhole ? "本行政区全部" : string.Join("、", Items);
}
