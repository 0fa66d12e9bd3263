using System.Text.RegularExpressions;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Names of renewable energy that say where it comes from: 光伏发电量, 生物质锅炉自产自用热力, and 上网电量, which was not used.</summary>
internal static partial class RenewableLabel
{
    /// <summary>The name itself where it is one of renewable energy; null otherwise.</summary>
    public static string? Find(string label) => label.Length is >= 4 and <= 24 && (FedIn().IsMatch(label) || Made().IsMatch(label)) ? label : null;

    /// <summary>Whether a name is of power that left the works.</summary>
    public static bool IsFedIn(string label) => FedIn().IsMatch(label);

    [GeneratedRegex("^(?:光伏|风电|余电|其中)?(?:余电)?上网电量$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex FedIn();

    [GeneratedRegex("^(?:屋顶|分布式)?(?:光伏|风力|风电)(?:年|总|全年)?发电(?:总)?量$|^(?:生物质|沼气|太阳能|地热|光热)[\u4e00-\u9fff]{0,12}(?:热力|热量|供热量?|用热|产热量?)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Made();
}
