namespace PolicyGraph.Cypher.Storage;

/// <summary>Who may change a page in place: every page remembers the edit that made it, and any other edit copies it first.</summary>
internal sealed class Edit
{
    /// <summary>Whether a page was made under this edit; until then there is nothing that a reader could see change.</summary>
    public bool Used { get; set; }
}

/// <summary>One page of a copy-on-write structure.</summary>
internal sealed class Page<T>(Edit owner, T[] items)
{
    public Edit Owner { get; } = owner;

    public T[] Items { get; } = items;
}

/// <summary>A sparse array by id whose copies cost nothing: a copy of the struct keeps seeing what it saw, whatever is set in another copy.</summary>
/// <remarks>Three levels of 128 items; setting one item copies at most one path. Reading is safe from any thread; setting needs an <see cref="Edit"/> of one's own.</remarks>
internal struct PagedArray<T>
{
    private const int Bits = 7;
    private const int Width = 1 << Bits;
    private const int Mask = Width - 1;

    private Page<Page<Page<T>?>?>? root;

    /// <summary>The item; the default of <typeparamref name="T"/> where none was set.</summary>
    public readonly T? Get(long index)
    {
        var top = index >> (2 * Bits);
        if (root is null || index < 0 || top >= root.Items.Length)
        {
            return default;
        }

        var leaf = root.Items[top]?.Items[(index >> Bits) & Mask];
        return leaf is null ? default : leaf.Items[index & Mask];
    }

    /// <summary>Sets an item.</summary>
    public void Set(long index, T value, Edit edit)
    {
        var top = (int)(index >> (2 * Bits));
        if (root is null || root.Owner != edit || top >= root.Items.Length)
        {
            root = new(edit, Copy(root?.Items, Math.Max(root?.Items.Length ?? 1, top < 4 ? top + 1 : top + (top / 4))));
            edit.Used = true;
        }

        Own(ref Own(ref root.Items[top], edit).Items[(index >> Bits) & Mask], edit).Items[index & Mask] = value;
    }

    /// <summary>The items from the first to the last page that was ever set, unset ones as defaults; with their indexes.</summary>
    public readonly IEnumerable<(long Index, T Item)> Items()
    {
        var tops = root?.Items ?? [];
        for (var t = 0; t < tops.Length; t++)
        {
            var middles = tops[t]?.Items ?? [];
            for (var m = 0; m < middles.Length; m++)
            {
                var items = middles[m]?.Items ?? [];
                var first = ((long)t << (2 * Bits)) | ((long)m << Bits);
                for (var i = 0; i < items.Length; i++)
                {
                    yield return (first | (long)i, items[i]);
                }
            }
        }
    }

    private static Page<TItem> Own<TItem>(ref Page<TItem>? page, Edit edit)
    {
        if (page is null || page.Owner != edit)
        {
            page = new(edit, Copy(page?.Items, Width));
            edit.Used = true;
        }

        return page;
    }

    private static TItem[] Copy<TItem>(TItem[]? items, int length)
    {
        var copy = new TItem[Math.Max(length, items?.Length ?? 0)];
        items?.CopyTo(copy, 0);
        return copy;
    }
}
