namespace PolicyGraph.Extraction.Evidences;

/// <summary>Puts together what one certificate says in several blocks: lines, a small table of dates, the foot of the page.</summary>
internal static class OneCertificate
{
    private static readonly HashSet<string> Papers = new(StringComparer.Ordinal) { "standard", "number", "holder" };

    /// <summary>Makes one group of the fields of a paper that names one certificate: one number and one standard, whose validity stands in another block.</summary>
    /// <remarks>Groups part the certificates of a list; a block that has dates alone is no certificate of its own.</remarks>
    public static void Join(Draft draft)
    {
        if (!draft.Paper.Title.Contains('证', StringComparison.Ordinal) || draft.Fields.Any(f => f.Qualifier == TableReader.Meter))
        {
            return;
        }

        var groups = draft.Fields.Where(f => Papers.Contains(f.Name) || f.Name is "validUntil" or "validFrom" or "issuedOn" or "issuer" or "status").GroupBy(f => f.Group).ToList();
        var whole = groups.FindAll(g => g.Any(f => f.Name is "standard" or "number"));
        var ends = groups.Count(g => g.Any(f => f.Name == "validUntil"));
        if (groups.Count > 1 && whole.Count == 1 && ends <= 1)
        {
            draft.Change(0, f => f with { Group = 0 });
        }
    }
}
