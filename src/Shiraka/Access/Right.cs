namespace Shiraka.Access;

/// <summary>What a person may do, as resource and action. A route names one; <c>roles.json</c> says which roles hold it.</summary>
public enum Right
{
    ReadAgreements,
    ImportTexts,
    ConfirmAgreements,
    PlanProgramme,
    RecordFacts,
    WithdrawFacts,
    DecideInCommittee,
    ReadReports,
    ExportData,
    ReadDirectory,
    KeepDirectory,
    ReadLedger,
    EraseBodies,
    AdministerAccounts,
    ReadAccessLog,
    ReadMetrics,
}

/// <summary>What a person is in an organisation. Modules add theirs.</summary>
public enum Role
{
    CooperationOfficer,
    Coordinator,
    CommitteeMember,
    Auditor,
    Administrator,
}
