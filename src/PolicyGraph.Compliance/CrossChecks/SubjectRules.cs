using PolicyGraph.Compliance.Facts;
using PolicyGraph.Ontology.Standards;
using PolicyGraph.Text;

namespace PolicyGraph.Compliance.CrossChecks;

/// <summary>Papers that are about somebody else, and certificates that cover another activity or site.</summary>
internal static class SubjectRules
{
    /// <summary>The holder is neither the enterprise nor one of its former names.</summary>
    internal static IEnumerable<Defect> WrongSubject(CheckContext context)
    {
        foreach (var file in context.Files.Where(f => f.Type != "unrecognised" && !HasOwnRow(context, f)))
        {
            foreach (var group in file.Facts.Where(f => f.Field == "holder").GroupBy(f => f.Group))
            {
                if (group.All(h => context.Foreign(file, h) is not null))
                {
                    var holder = group.First();
                    yield return context.At("wrong-subject", DefectKind.WrongSubject, file, holder, $"“{file.Path}”的主体是“{holder.Written}”，不是“{context.Dossier.Enterprise.Name}”，请提交本企业的文件；如为更名，请在 enterprise.yaml 写明曾用名");
                }
            }
        }
    }

    // A group's list of its companies has a row for the enterprise: the paper is another's, the row is not.
    private static bool HasOwnRow(CheckContext context, EvidenceFile file) =>
        file.Facts.Any(f => f.Number is not null && f.Subject is { } owner && !file.Facts.Any(h => h.Field == "holder" && h.Written == owner) && context.Foreign(file, f) is null);

    /// <summary>The paper bears the enterprise's name and another credit code.</summary>
    internal static IEnumerable<Defect> WrongCode(CheckContext context)
    {
        var own = Fold(context.Dossier.Enterprise.CreditCode);
        foreach (var file in context.Files.Where(f => f.Type != "unrecognised"))
        {
            var codes = file.Facts.Where(f => f.Field == "creditCode" && Fold(f.Written).Length == 18).ToList();
            if (own.Length == 18 && codes.Count > 0 && !codes.Exists(c => Fold(c.Written) == own) && file.Facts.Any(f => f.Field == "holder" && context.Dossier.Subject.Fits(f.Written)))
            {
                yield return context.At("wrong-credit-code", DefectKind.WrongSubject, file, codes[0], $"“{file.Path}”的统一社会信用代码 {codes[0].Written} 不是本企业的 {context.Dossier.Enterprise.CreditCode}，请核对后更正");
            }
        }
    }

    /// <summary>The scope of a certificate covers no product of the enterprise, or no production.</summary>
    internal static IEnumerable<Defect> OutOfScope(CheckContext context)
    {
        foreach (var (file, facts) in Certificates(context))
        {
            var scopes = facts.FindAll(f => f.Field == "scope");
            if (scopes.Count > 0 && scopes.TrueForAll(s => context.Scope.Fault(s.Written) is not null))
            {
                yield return context.At("scope-not-covered", DefectKind.OutOfScope, file, scopes[0], $"“{file.Path}”的认证{context.Scope.Fault(scopes[0].Written)}，请提交覆盖本企业产品的证书");
            }
        }
    }

    /// <summary>A report about a product that is none of the enterprise's.</summary>
    internal static IEnumerable<Defect> OtherProduct(CheckContext context)
    {
        foreach (var file in context.Dossier.Evidence.Where(f => context.Criteria.Any(c => c.Rule is DocumentRule { Product: true } rule && rule.Types.Contains(f.Type))))
        {
            var products = file.Facts.Where(f => f.Field == "product" && context.Foreign(file, f) is null).ToList();
            if (products.Count > 0 && !products.Exists(p => context.Scope.IsOurs(p.Written)))
            {
                yield return context.At("product-not-ours", DefectKind.OutOfScope, file, products[0], $"“{file.Path}”的产品“{products[0].Written}”不是本企业的产品“{string.Join("、", context.Dossier.Enterprise.Products)}”，请提交本企业产品的报告");
            }
        }
    }

    /// <summary>None of a certificate's addresses is a site of the enterprise.</summary>
    internal static IEnumerable<Defect> OtherSite(CheckContext context)
    {
        foreach (var (file, facts) in Certificates(context))
        {
            var addresses = facts.FindAll(f => f.Field == "address");
            if (addresses.Count > 0 && context.Site.Fault([.. addresses.Select(a => a.Written)]) is { } fault)
            {
                yield return context.At("site-not-covered", DefectKind.OutOfScope, file, addresses[0], $"“{file.Path}”的{fault}，请提交覆盖生产场所的证书");
            }
        }
    }

    private static IEnumerable<(EvidenceFile File, List<Fact> Facts)> Certificates(CheckContext context) => ValidityRules.Groups(context).Where(g => g.File.Type == "management-certificate");

    private static string Fold(string text) => NormalizedText.Fold(text).Squeeze().Text.ToUpperInvariant();
}
