using PolicyGraph.Documents;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Collects the fields of one paper, and what the paper says of all of them: period, unit, holder.</summary>
internal sealed class Draft(Paper paper)
{
    private readonly List<EvidenceField> fields = [];
    private readonly Dictionary<(string Name, int Group), int> counts = [];
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);

    public Paper Paper { get; } = paper;

    public IReadOnlyList<EvidenceField> Fields => fields;

    /// <summary>The period that the paper as a whole is about; null when it says none.</summary>
    public Period? Period { get; set; }

    /// <summary>The organisation that the title names; null when it names none.</summary>
    public string? TitleSubject { get; set; }

    /// <summary>The group that form lines belong to at this moment.</summary>
    public int Group { get; set; }

    public void Add(EvidenceField field)
    {
        fields.Add(field with { Page = field.Page ?? Paper.PageAt(field.Span.Start) });
        Count(field, 1);
    }

    /// <summary>Whether the paper has given a field of this name.</summary>
    public bool Has(string name) => names.GetValueOrDefault(name) > 0;

    /// <summary>Whether a group has a field of this name.</summary>
    public bool Has(string name, int group) => counts.GetValueOrDefault((name, group)) > 0;

    /// <summary>Changes fields in their places.</summary>
    /// <param name="first">The first field to change.</param>
    /// <param name="change">Returns the field to put in its place.</param>
    public void Change(int first, Func<EvidenceField, EvidenceField> change)
    {
        for (var i = first; i < fields.Count; i++)
        {
            Count(fields[i], -1);
            fields[i] = change(fields[i]);
            Count(fields[i], 1);
        }
    }

    /// <summary>Takes fields out.</summary>
    public void Remove(Predicate<EvidenceField> unwanted)
    {
        foreach (var field in fields.FindAll(unwanted))
        {
            Count(field, -1);
        }

        fields.RemoveAll(unwanted);
    }

    public void AddText(string name, TextSpan value, TextSpan whole, TableCell? cell = null, string? statement = null, Period? period = null, string? qualifier = null) => Add(new EvidenceField
    {
        Name = name,
        Written = Paper.Written(value),
        Span = whole,
        Group = Group,
        Statement = statement,
        Qualifier = qualifier,
        PeriodStart = period?.Start,
        PeriodEnd = period?.End,
        Sheet = cell?.Sheet,
        Cell = cell?.Cell,
    });

    public void AddDate(string name, WrittenDate? date, TextSpan value, TextSpan whole, TableCell? cell = null) => Add(new EvidenceField
    {
        Name = name,
        Written = Paper.Written(date?.Span ?? value),
        Span = whole,
        Date = date?.Iso,
        Group = Group,
        Sheet = cell?.Sheet,
        Cell = cell?.Cell,
    });

    public void AddNumber(string name, WrittenNumber number, TextSpan whole, Period? period, string? qualifier = null, string? unit = null, FieldRole role = FieldRole.Value, TableCell? cell = null) => Add(new EvidenceField
    {
        Name = name,
        Written = Paper.Written(number.Span),
        Span = whole,
        Number = number.Value,
        Unit = unit ?? number.Unit,
        Qualifier = qualifier,
        PeriodStart = period?.Start,
        PeriodEnd = period?.End,
        Group = Group,
        Role = role,
        Sheet = cell?.Sheet,
        Cell = cell?.Cell,
    });

    private void Count(EvidenceField field, int by)
    {
        counts[(field.Name, field.Group)] = counts.GetValueOrDefault((field.Name, field.Group)) + by;
        names[field.Name] = names.GetValueOrDefault(field.Name) + by;
    }
}
