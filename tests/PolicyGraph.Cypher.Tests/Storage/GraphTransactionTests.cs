using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Tests.Storage;

public sealed class GraphTransactionTests : IDisposable
{
    private readonly GraphStore store = GraphStore.InMemory();

    public void Dispose() => store.Dispose();

    [Fact]
    public void Commit_MakesChangesVisible_ToSnapshotsTakenAfterIt()
    {
        var before = store.Snapshot();
        using var transaction = store.BeginWrite();
        var plan = transaction.CreateNode(["Policy", "Document"], Properties(("title", "绿色制造工程实施指南（2016-2020年）")));
        var issuer = transaction.CreateNode(["Authority"], Properties(("name", "工业和信息化部")));
        transaction.CreateRelationship("ISSUED_BY", plan.Id, issuer.Id, []);
        Assert.Equal(0, store.Snapshot().NodeCount);
        transaction.Commit();

        var after = store.Snapshot();
        Assert.Equal(0, before.NodeCount);
        Assert.Equal(2, after.NodeCount);
        Assert.Equal(["Document", "Policy"], Assert.Single(after.NodesWithLabel("Policy")).Labels);
        Assert.Equal(["Authority", "Document", "Policy"], after.Labels);
        Assert.Equal(["name", "title"], after.PropertyKeys);
        Assert.Equal(issuer.Id, Assert.Single(after.RelationshipsOf(plan.Id, Direction.Outgoing)).EndId);
        Assert.Empty(after.RelationshipsOf(plan.Id, Direction.Incoming));
    }

    [Fact]
    public void Dispose_WithoutCommit_LeavesNoTrace()
    {
        using (var transaction = store.BeginWrite())
        {
            transaction.CreateIndex(new("policy_id", "Policy", ["id"], IsUnique: true));
            transaction.CreateNode(["Policy"], Properties(("id", "工信部节〔2024〕13号")));
        }

        var after = store.Snapshot();
        Assert.Equal(0, after.NodeCount);
        Assert.Empty(after.Labels);
        Assert.Empty(after.PropertyKeys);
        Assert.Empty(after.Indexes);
        using var next = store.BeginWrite();
        Assert.Equal(0, next.CreateNode([], []).Id);
    }

    [Fact]
    public void Enumeration_WhileTheTransactionWrites_SeesTheStateBefore()
    {
        using var transaction = store.BeginWrite();
        for (var i = 0; i < 300; i++)
        {
            transaction.CreateNode(["Target"], Properties(("value", 10L)));
        }

        var seen = 0;
        foreach (var node in transaction.NodesWithLabel("Target"))
        {
            seen++;
            Assert.Equal(10L, node.Properties["value"].AsInteger());
            transaction.CreateNode(["Target"], Properties(("value", 20L)));
            transaction.SetNodeProperty(299 - node.Id, "value", 30L);
            if (node.Id == 0)
            {
                transaction.DeleteNode(299);
            }
        }

        Assert.Equal(300, seen);
        Assert.Equal(599, transaction.CountNodesWithLabel("Target"));
    }

    [Fact]
    public void Expansion_OfAHubWhileItGrows_SeesTheRelationshipsBefore()
    {
        using var transaction = store.BeginWrite();
        var hub = transaction.CreateNode(["Authority"], []);
        var document = transaction.CreateNode(["Document"], []);
        for (var i = 0; i < 200; i++)
        {
            transaction.CreateRelationship(i % 2 == 0 ? "ISSUED_BY" : "CITES", document.Id, hub.Id, []);
        }

        foreach (var relationship in transaction.RelationshipsOf(hub.Id, Direction.Incoming, ["CITES"]))
        {
            transaction.CreateRelationship("CITES", document.Id, hub.Id, []);
            transaction.DeleteRelationship(relationship.Id);
        }

        Assert.Equal(100, transaction.DegreeOf(hub.Id, Direction.Incoming, "CITES"));
        Assert.Equal(200, transaction.DegreeOf(hub.Id, Direction.Both));
        Assert.Equal(200, transaction.RelationshipsOf(document.Id, Direction.Outgoing).Count());
    }

    [Fact]
    public void SelfLoop_WalkedBothWays_IsThereOnce()
    {
        using var transaction = store.BeginWrite();
        var provision = transaction.CreateNode(["Provision"], []);
        var other = transaction.CreateNode(["Provision"], []);
        transaction.CreateRelationship("REFERS_TO", provision.Id, provision.Id, []);
        transaction.CreateRelationship("REFERS_TO", other.Id, provision.Id, []);

        Assert.Equal(2, transaction.RelationshipsOf(provision.Id, Direction.Both).Count());
        Assert.Equal(2, transaction.DegreeOf(provision.Id, Direction.Both));
        Assert.Equal(1, transaction.DegreeOf(provision.Id, Direction.Outgoing));
        Assert.Equal(2, transaction.DegreeOf(provision.Id, Direction.Incoming, "REFERS_TO"));
    }

    [Fact]
    public void DeletedNode_WithRelationships_CannotBeCommittedUntilTheyAreDeleted()
    {
        using (var transaction = store.BeginWrite())
        {
            var a = transaction.CreateNode([], []);
            var b = transaction.CreateNode([], []);
            transaction.CreateRelationship("CITES", a.Id, b.Id, []);
            transaction.Commit();
        }

        using (var transaction = store.BeginWrite())
        {
            transaction.DeleteNode(1);
            var refused = Assert.Throws<GraphException>(transaction.Commit);
            Assert.Equal(GraphErrorClass.Constraint, refused.Class);
            Assert.Equal("Cannot delete node<1>, because it still has relationships. To delete this node, you must first delete its relationships.", refused.Message);
        }

        Assert.Equal(2, store.Snapshot().NodeCount);
        using (var transaction = store.BeginWrite())
        {
            transaction.DeleteNode(1);
            foreach (var relationship in transaction.RelationshipsOf(1, Direction.Both))
            {
                transaction.DeleteRelationship(relationship.Id);
            }

            transaction.Commit();
        }

        Assert.Equal((1, 0), (store.Snapshot().NodeCount, store.Snapshot().RelationshipCount));
        Assert.Equal(0, store.Snapshot().DegreeOf(0, Direction.Both));
    }

    [Fact]
    public void UniquenessConstraint_SecondNodeWithTheValue_IsRefused()
    {
        using var transaction = store.BeginWrite();
        Assert.True(transaction.CreateIndex(new("enterprise_id", "Enterprise", ["creditCode"], IsUnique: true)));
        Assert.False(transaction.CreateIndex(new("again", "Enterprise", ["creditCode"], IsUnique: false)));
        var first = transaction.CreateNode(["Enterprise"], Properties(("creditCode", "91370000MA3C0000XX")));
        var refused = Assert.Throws<GraphException>(() => transaction.CreateNode(["Enterprise"], Properties(("creditCode", "91370000MA3C0000XX"))));
        Assert.Equal((GraphErrorClass.Constraint, "Neo.ClientError.Schema.ConstraintValidationFailed"), (refused.Class, refused.Code));
        Assert.Equal("Node(0) already exists with label `Enterprise` and property `creditCode` = '91370000MA3C0000XX'", refused.Message);

        var other = transaction.CreateNode([], Properties(("creditCode", "91370000MA3C0000XX")));
        Assert.Throws<GraphException>(() => transaction.AddLabel(other.Id, "Enterprise"));
        transaction.DeleteNode(first.Id);
        Assert.Equal(["Enterprise"], transaction.AddLabel(other.Id, "Enterprise").Labels);
    }

    [Fact]
    public void UniquenessConstraint_OverNodesThatViolateIt_IsRefusedAndNotKept()
    {
        using var transaction = store.BeginWrite();
        transaction.CreateNode(["Edition"], Properties(("id", "gbt36132-2018")));
        transaction.CreateNode(["Edition"], Properties(("id", "gbt36132-2018")));
        var refused = Assert.Throws<GraphException>(() => transaction.CreateIndex(new("edition_id", "Edition", ["id"], IsUnique: true)));
        Assert.Equal(GraphErrorClass.Constraint, refused.Class);
        Assert.Empty(transaction.Indexes);
    }

    [Fact]
    public void Seek_FindsByOpenCypherEquality()
    {
        using var transaction = store.BeginWrite();
        transaction.CreateNode(["Target"], Properties(("year", 2020L), ("unit", "%")));
        transaction.CreateNode(["Target"], Properties(("year", 2020.0), ("unit", "%")));
        transaction.CreateNode(["Target"], Properties(("year", 2015L), ("unit", "%")));
        transaction.CreateNode(["Target"], Properties(("unit", "%")));
        transaction.CreateIndex(new("target", "Target", ["year", "unit"], IsUnique: false));

        Assert.True(transaction.TrySeek("Target", ["unit", "year"], ["%", 2020L], out var found));
        Assert.Equal([0L, 1L], found.Select(n => n.Id));
        Assert.True(transaction.TrySeek("Target", ["year", "unit"], [GraphValue.Null, "%"], out found));
        Assert.Empty(found);
        Assert.False(transaction.TrySeek("Target", ["year"], [2020L], out _));
        transaction.SetNodeProperty(2, "year", 2020L);
        transaction.RemoveLabel(0, "Target");
        transaction.TrySeek("Target", ["year", "unit"], [2020L, "%"], out found);
        Assert.Equal([1L, 2L], found.Select(n => n.Id));
    }

    [Fact]
    public void Property_ThatIsAMap_IsRefused()
    {
        using var transaction = store.BeginWrite();
        var refused = Assert.Throws<GraphException>(() => transaction.CreateNode([], Properties(("limits", GraphValue.MapOf(("low", 1L))))));
        Assert.Equal((GraphErrorClass.Type, "Neo.ClientError.Statement.TypeError"), (refused.Class, refused.Code));
        Assert.Throws<GraphException>(() => transaction.CreateNode([], Properties(("nested", GraphValue.ListOf([GraphValue.ListOf(["甲"])])))));
        Assert.Equal(0, transaction.NodeCount);
    }

    [Fact]
    public void Fork_WrittenTo_LeavesTheStoreAndItsOtherForksAlone()
    {
        using (var transaction = store.BeginWrite())
        {
            var a = transaction.CreateNode(["Document"], []);
            var b = transaction.CreateNode(["Document"], []);
            transaction.CreateRelationship("CITES", a.Id, b.Id, []);
            transaction.Commit();
        }

        using var left = store.Fork();
        using var right = store.Fork();
        Write(left, "AMENDS");
        Write(right, "REPEALS");
        Write(store, "BASED_ON");

        Assert.Equal(["CITES", "AMENDS"], left.Snapshot().RelationshipsOf(0, Direction.Outgoing).Select(r => r.Type));
        Assert.Equal(["CITES", "REPEALS"], right.Snapshot().RelationshipsOf(0, Direction.Outgoing).Select(r => r.Type));
        Assert.Equal(["CITES", "BASED_ON"], store.Snapshot().RelationshipsOf(0, Direction.Outgoing).Select(r => r.Type));

        static void Write(GraphStore target, string type)
        {
            using var transaction = target.BeginWrite();
            transaction.CreateRelationship(type, 0, 1, []);
            transaction.Commit();
        }
    }

    private static Dictionary<string, GraphValue> Properties(params (string Key, GraphValue Value)[] entries) => entries.ToDictionary(e => e.Key, e => e.Value);
}
