using System.Globalization;
using System.Text;
using PolicyGraph.Graph;

namespace PolicyGraph.Tck;

/// <summary>Writes values in one canonical form, both what came and what the kit expects, so that they compare as texts.</summary>
internal static class TckValues
{
    /// <summary>What came.</summary>
    public static string Write(GraphValue value, bool ignoreListOrder) => value switch
    {
        NullValue => "null",
        BooleanValue b => b.Value ? "true" : "false",
        IntegerValue i => i.Value.ToString(CultureInfo.InvariantCulture),
        FloatValue f => Float(f.Value),
        StringValue s => Text(s.Value),
        ListValue l => List(l.Values.Select(v => Write(v, ignoreListOrder)), ignoreListOrder),
        MapValue m => Map(m.Entries.Select(e => (e.Key, Write(e.Value, ignoreListOrder)))),
        Node n => Node(n, ignoreListOrder),
        Relationship r => Relationship(r, ignoreListOrder),
        Graph.Path p => WritePath(p, ignoreListOrder),
        _ => Text(value.ToString() ?? string.Empty),
    };

    /// <summary>What is expected.</summary>
    public static string Normalize(string cell, bool ignoreListOrder)
    {
        var reader = new Reader(cell, ignoreListOrder);
        return reader.ReadAll();
    }

    /// <summary>A value of a parameter table.</summary>
    public static GraphValue Parse(string cell) => new Reader(cell, ignoreListOrder: false).ParseValue();

    private static string Float(double value) => double.IsNaN(value) ? "NaN" : double.IsInfinity(value) ? value > 0 ? "Inf" : "-Inf" : "f" + (value == 0 ? 0.0 : value).ToString("R", CultureInfo.InvariantCulture);

    private static string Text(string value) => "'" + value + "'";

    private static string List(IEnumerable<string> items, bool ignoreOrder) => "[" + string.Join(", ", ignoreOrder ? items.Order(StringComparer.Ordinal) : items) + "]";

    private static string Map(IEnumerable<(string Key, string Value)> entries) => "{" + string.Join(", ", entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}: {e.Value}")) + "}";

    private static string Node(Node n, bool ignoreListOrder) => Node(n.Labels, n.Properties.Count == 0 ? string.Empty : Map(n.Properties.Select(e => (e.Key, Write(e.Value, ignoreListOrder)))));

    private static string Node(IEnumerable<string> labels, string map) => "(" + string.Concat(labels.Order(StringComparer.Ordinal).Select(l => ":" + l)) + map + ")";

    private static string Relationship(Relationship r, bool ignoreListOrder) => "[:" + r.Type + (r.Properties.Count == 0 ? string.Empty : Map(r.Properties.Select(e => (e.Key, Write(e.Value, ignoreListOrder))))) + "]";

    private static string WritePath(Graph.Path p, bool ignoreListOrder)
    {
        var text = new StringBuilder("<").Append(Node(p.Nodes[0], ignoreListOrder));
        for (var i = 0; i < p.Relationships.Count; i++)
        {
            var forward = p.Relationships[i].StartId == p.Nodes[i].Id;
            text.Append(forward ? "-" : "<-").Append(Relationship(p.Relationships[i], ignoreListOrder)).Append(forward ? "->" : "-").Append(Node(p.Nodes[i + 1], ignoreListOrder));
        }

        return text.Append('>').ToString();
    }

    private sealed class Reader(string text, bool ignoreListOrder)
    {
        private int at;

        public string ReadAll()
        {
            var value = Value();
            Blank();
            return at == text.Length ? value : throw new FormatException($"expected value not understood: {text}");
        }

        public GraphValue ParseValue()
        {
            Blank();
            switch (text[at])
            {
                case '\'':
                    return Quoted();
                case '[':
                    at++;
                    List<GraphValue> items = [];
                    while (!Take(']'))
                    {
                        items.Add(ParseValue());
                        Take(',');
                    }

                    return new ListValue(items);
                case '{':
                    at++;
                    Dictionary<string, GraphValue> entries = [];
                    while (!Take('}'))
                    {
                        var key = Word();
                        Take(':');
                        entries[key] = ParseValue();
                        Take(',');
                    }

                    return new MapValue(entries);
                default:
                    return Simple(Word());
            }
        }

        private static GraphValue Simple(string word) => word switch
        {
            "null" => GraphValue.Null,
            "true" => true,
            "false" => false,
            "NaN" => double.NaN,
            "Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            _ => long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var i) ? i : (GraphValue)double.Parse(word, CultureInfo.InvariantCulture),
        };

        private string Value()
        {
            Blank();
            if (at >= text.Length)
            {
                return string.Empty;
            }

            switch (text[at])
            {
                case '\'':
                    return Text(Quoted());
                case '(':
                    return ReadNode();
                case '<':
                    return ReadPath();
                case '{':
                    return ReadMap();
                case '[' when text[(at + 1)..].TrimStart().StartsWith(':'):
                    return ReadRelationship();
                case '[':
                    at++;
                    List<string> items = [];
                    while (!Take(']'))
                    {
                        items.Add(Value());
                        Take(',');
                    }

                    return List(items, ignoreListOrder);
                default:
                    return Write(Simple(Word()), ignoreListOrder);
            }
        }

        private string ReadNode()
        {
            at++;
            List<string> labels = [];
            var map = string.Empty;
            while (!Take(')'))
            {
                if (Take(':'))
                {
                    labels.Add(Word());
                }
                else
                {
                    map = ReadMap();
                }
            }

            return Node(labels, map);
        }

        private string ReadRelationship()
        {
            at++;
            Take(':');
            var type = Word();
            Blank();
            var map = text[at] == '{' ? ReadMap() : string.Empty;
            Take(']');
            return "[:" + type + (map == "{}" ? string.Empty : map) + "]";
        }

        private string ReadPath()
        {
            at++;
            var path = new StringBuilder("<").Append(ReadNode());
            while (!Take('>'))
            {
                var backward = Take('<');
                Take('-');
                var relationship = ReadRelationship();
                Take('-');
                Take('>');
                path.Append(backward ? "<-" : "-").Append(relationship).Append(backward ? "-" : "->");
                Blank();
                path.Append(ReadNode());
            }

            return path.Append('>').ToString();
        }

        private string ReadMap()
        {
            at++;
            List<(string, string)> entries = [];
            while (!Take('}'))
            {
                var key = Word();
                Take(':');
                entries.Add((key, Value()));
                Take(',');
            }

            return Map(entries);
        }

        private string Quoted()
        {
            var value = new StringBuilder();
            at++;
            while (text[at] != '\'')
            {
                if (text[at] == '\\' && text[at + 1] is '\'' or '\\' or 'n')
                {
                    at++;
                    value.Append(text[at] == 'n' ? '\n' : text[at]);
                    at++;
                    continue;
                }

                value.Append(text[at++]);
            }

            at++;
            return value.ToString();
        }

        private string Word()
        {
            Blank();
            var start = at;
            while (at < text.Length && !" ,:[](){}<>'|".Contains(text[at], StringComparison.Ordinal))
            {
                at++;
            }

            return at > start ? text[start..at] : throw new FormatException($"expected value not understood at {start}: {text}");
        }

        private bool Take(char c)
        {
            Blank();
            if (at >= text.Length || text[at] != c)
            {
                return at >= text.Length ? throw new FormatException($"expected value ends early: {text}") : false;
            }

            at++;
            return true;
        }

        private void Blank()
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }
        }
    }
}
