using PolicyGraph.Ontology.Lexicon;
using PolicyGraph.Tracing.Facts;

namespace PolicyGraph.Tracing.Choosing;

/// <summary>Which place a name or GB/T 2260 code means, and which documents are its own.</summary>
public sealed class PlaceChoice
{
    private readonly string name;
    private readonly string? code;

    private PlaceChoice(string name, string? code)
    {
        this.name = name;
        this.code = code;
    }

    /// <summary>The place's full name.</summary>
    public string Name => name;

    /// <summary>Finds the place.</summary>
    /// <param name="written">Name, short name or code; surrounding blanks do not matter.</param>
    /// <param name="option">The option that names it, for the message.</param>
    /// <param name="places">Places of the ontology.</param>
    /// <param name="documents">Documents, whose places are known even where the ontology does not know them.</param>
    /// <exception cref="TraceException">Nobody knows the place.</exception>
    public static PlaceChoice Of(string written, string option, JurisdictionLexicon places, IEnumerable<DocumentFacts> documents)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(places);
        var wanted = written.Trim();
        if (wanted is "中国" or "国家" || places.Find(wanted) is { Level: "national" })
        {
            return new PlaceChoice("全国", places.Find("全国")?.Code);
        }

        if ((places.Find(wanted) ?? places.Find(wanted + "市")) is { } place)
        {
            return new PlaceChoice(place.Name, place.Code);
        }

        return documents.Any(d => d.Jurisdiction == wanted)
            ? new PlaceChoice(wanted, null)
            : throw new TraceException($"{option} {written}：不认识这个地区；请写省、市名称（如 广东省）或 GB/T 2260 代码（如 440000）");
    }

    /// <summary>Whether a link's document applies in this place itself.</summary>
    public bool IsOf(TraceLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link.Jurisdiction == name;
    }

    /// <summary>Whether a document applies in this place or in one of its cities.</summary>
    public bool Covers(DocumentFacts document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Jurisdiction == name || (code is { Length: 6 } own && own.EndsWith("0000", StringComparison.Ordinal) && own != "100000" && document.Place is { Length: 6 } place && string.CompareOrdinal(own, 0, place, 0, 2) == 0);
    }
}
