namespace PolicyGraph.Cypher.Semantics;

/// <summary>A variable: where its value stands in a row, and what is known of it.</summary>
/// <param name="Name">Its name; null for one that the statement does not name.</param>
/// <param name="Slot">Index into the row.</param>
/// <param name="Shape">What is known of its value.</param>
internal sealed record Binding(string? Name, int Slot, ValueShape Shape);

/// <summary>The variables that can be named at one place of a statement, in the order in which they came.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, Binding> bindings = new(StringComparer.Ordinal);
    private readonly List<string> order = [];

    public Scope()
    {
    }

    public Scope(Scope other)
    {
        foreach (var name in other.order)
        {
            Add(other.bindings[name]);
        }
    }

    public IEnumerable<Binding> Bindings => order.Select(name => bindings[name]);

    public IReadOnlyList<string> Names => order;

    public Binding? Find(string name) => bindings.GetValueOrDefault(name);

    /// <summary>Adds a variable, or lets it hide the one of the same name.</summary>
    public void Add(Binding binding)
    {
        // Only named variables come into a scope.
        if (bindings.TryAdd(binding.Name!, binding))
        {
            order.Add(binding.Name!);
        }
        else
        {
            bindings[binding.Name!] = binding;
        }
    }
}
