using PolicyGraph.Compliance.Facts;
using PolicyGraph.Text;

namespace PolicyGraph.Compliance.Evidence;

/// <summary>Whether a certificate's address is one of the enterprise's sites, as permits, titles, licences and credit reports name them.</summary>
/// <remarks>
/// A registered office may lie elsewhere than the works, so another address is another site only where the place of production is known (permit, title), or where it lies in another county or city than every address known.
/// </remarks>
internal sealed class SiteFit
{
    private static readonly string[] Works = ["discharge-permit", "land-title"];
    private static readonly string[] Offices = ["business-licence", "credit-report"];
    private readonly List<string> works;
    private readonly List<string> all;

    internal SiteFit(Dossier dossier)
    {
        works = Addresses(dossier, Works);
        all = [.. works, .. Addresses(dossier, Offices)];
    }

    /// <summary>Why none of a certificate's addresses is the enterprise's; null when one is, or when nothing is known to compare.</summary>
    internal string? Fault(IReadOnlyList<string> addresses)
    {
        var given = addresses.Select(Core).Where(a => a.Length >= 4).ToList();
        if (given.Count == 0 || all.Count == 0 || given.Exists(g => all.Exists(a => Same(g, a))))
        {
            return null;
        }

        var elsewhere = given.TrueForAll(g => all.TrueForAll(a => County(g) is { } x && County(a) is { } y && x != y));
        return works.Count > 0 || elsewhere ? $"地址“{addresses[0]}”不是本企业的场所" : null;
    }

    private static List<string> Addresses(Dossier dossier, string[] types) =>
        [.. dossier.Stated("address").Where(f => types.Contains(dossier.File(f).Type) && dossier.Subject.Fault(dossier.File(f), f) is null).Select(f => Core(f.Written)).Where(a => a.Length >= 4)];

    private static bool Same(string a, string b) => a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal) || Tail(a) == Tail(b);

    /// <summary>The address without province and city, which papers leave out at will.</summary>
    private static string Core(string address)
    {
        var text = NormalizedText.Fold(address).Squeeze().Text;
        foreach (var end in (string[])["省", "自治区", "市"])
        {
            var at = text.IndexOf(end, StringComparison.Ordinal);
            if (at is > 0 and < 12 && at + end.Length < text.Length)
            {
                text = text[(at + end.Length)..];
            }
        }

        return text;
    }

    private static string? County(string core)
    {
        var at = core.IndexOfAny(['县', '区', '旗', '市']);
        return at is > 0 and < 8 ? core[..(at + 1)] : null;
    }

    private static string Tail(string core) => County(core) is { } county ? core[county.Length..] : core;
}
