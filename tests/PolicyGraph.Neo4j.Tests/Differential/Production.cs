namespace PolicyGraph.Neo4j.Tests.Differential;

/// <summary>What the generated queries are made of: each production of the grammar, and each kind of fault.</summary>
public enum Production
{
    // Clauses that read
    Match, OptionalMatch, Where, Unwind, With, WithWhere, WithStar, Return, ReturnStar, Distinct, OrderBy, Descending, Skip, Limit, OrderByClause, Finish, Union, UnionAll,
    CallProcedure, YieldWhere, CallSubquery, CallImporting, CallScope, OptionalCall,

    // Clauses that write
    Create, CreatePath, Insert, Merge, OnCreate, OnMatch, SetProperty, SetSeveral, SetAll, SetMore, SetLabels, SetDynamic, RemoveProperty, RemoveLabels, Delete, DetachDelete, Foreach, WriteInSubquery,

    // Patterns
    NodeLabel, NodeProperties, NodeWhere, LabelAnd, LabelOr, LabelNot, LabelAny, LabelIs, Outgoing, Incoming, Undirected, RelationshipType, RelationshipTypes, RelationshipProperties, RelationshipWhere,
    VariableLength, VariableLengthBounds, QuantifiedRelationship, PathVariable, SeveralPatterns, ShortestPath, AllShortestPaths,

    // Operators
    Or, Xor, And, Not, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, ComparisonChain, StartsWith, EndsWith, Contains, Matches, In, IsNull, IsNotNull, IsTyped, IsNotTyped, IsNormalized, LabelPredicate,
    Add, Subtract, Multiply, Divide, Modulo, Power, Concatenate, Minus, Plus,

    // Other expressions
    PropertyAccess, Index, Slice, CaseSimple, CaseGeneric, ListComprehension, PatternComprehension, All, Any, None, ExactlyOne, Reduce, MapProjection, MapProjectionAll, Exists, Count, Collect, PatternPredicate, Parameter,

    // Literals
    WholeNumber, Hexadecimal, Octal, Fraction, Exponent, Text, Escape, True, False, Null, List, Map, Comment, QuotedName,

    // Functions
    NumberFunction, TextFunction, ListFunction, GraphFunction, Conversion, Coalesce, TemporalFunction, TemporalMap, TemporalComponent, Truncate, Duration, DurationBetween, Point, PointDistance,
    CountStar, CountAggregate, DistinctAggregate, Sum, Avg, MinMax, CollectAggregate, Deviation, Percentile,

    // Faults
    SyntaxFault, UnknownVariable, UnknownFunction, WrongArgumentCount, StaticTypeFault, RunningTypeFault, ArithmeticFault, RunningFault, AggregationFault, MissingParameter, NameClash,
}
