namespace PolicyGraph.Neo4j.Tests.Differential;

/// <summary>What the generated queries are made of: each production of the grammar, and each kind of fault.</summary>
public enum Production
{
    // Clauses that read
    Match, OptionalMatch, Where, Unwind, With, WithWhere, WithStar, Return, ReturnStar, Distinct, OrderBy, Descending, Skip, Limit, OrderByClause, Finish, Union, UnionAll,
    CallProcedure, YieldWhere, CallSubquery, CallImporting, CallScope, CallScopeAll, SubqueryUnion, UsingHint, Explain, Profile, SeveralClauses, OptionalCall,

    // Clauses that write
    Create, CreatePath, Insert, Merge, OnCreate, OnMatch, SetProperty, SetSeveral, SetAll, SetMore, SetLabels, SetDynamic, RemoveProperty, RemoveLabels, Delete, DetachDelete, DynamicLabels, Foreach, WriteInSubquery,

    // Schema commands
    CreateIndex, CreateConstraint, DropSchema, ShowSchema,

    // Patterns
    NodeLabel, NodeProperties, NodeWhere, LabelAnd, LabelOr, LabelNot, LabelAny, LabelIs, Outgoing, Incoming, Undirected, RelationshipType, RelationshipTypes, RelationshipProperties, RelationshipWhere,
    VariableLength, VariableLengthBounds, QuantifiedRelationship, PathVariable, SeveralPatterns, ShortestPath, AllShortestPaths,
    DynamicLabel, RelationshipIs, RelationshipNot, QuantifiedPath, QuantifiedWhere, GroupVariable, ParenthesizedPath, AnyPath, AnyShortest, AllShortest, ShortestSeveral, ShortestGroups, BoundTwice, PatternParameter,

    // Operators
    Or, Xor, And, Not, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, ComparisonChain, StartsWith, EndsWith, Contains, Matches, In, IsNull, IsNotNull, IsTyped, IsNotTyped, IsNormalized, LabelPredicate, IsLabelled,
    Add, Subtract, Multiply, Divide, Modulo, Power, Concatenate, Minus, Plus,

    // Other expressions
    PropertyAccess, Index, Slice, CaseSimple, CaseGeneric, ListComprehension, PatternComprehension, All, Any, None, ExactlyOne, Reduce, MapProjection, MapProjectionAll, Exists, Count, Collect, PatternPredicate, ShortestPathExpression, NestedComprehension, DynamicProperty, CaseSeveral, Parameter, TemporalParameter,

    // Literals
    WholeNumber, Hexadecimal, Octal, Fraction, Exponent, Text, Escape, True, False, Null, Infinity, List, Map, Comment, QuotedName,

    // Functions
    NumberFunction, TextFunction, ListFunction, GraphFunction, Conversion, Normalize, Trim, Coalesce, TemporalFunction, TemporalMap, TemporalComponent, Truncate, Duration, DurationBetween, Point, PointDistance,
    CountStar, CountAggregate, DistinctAggregate, Sum, Avg, MinMax, CollectAggregate, Deviation, Percentile,

    // Faults
    SyntaxFault, UnknownVariable, UnknownFunction, WrongArgumentCount, StaticTypeFault, RunningTypeFault, ArithmeticFault, RunningFault, AggregationFault, MissingParameter, ConstraintFault, NameClash,
}
