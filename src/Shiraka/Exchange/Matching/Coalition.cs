namespace Shiraka.Exchange;

/// <summary>What kind of agreement breaks an outcome: one trainee and a seat, a couple and its seats, or enough trainees to open a closed seat.</summary>
public enum CoalitionKind { Pair, Couple, Group }

/// <summary>Trainees who would all rather move as told, to seats that would all rather have them. Indexes of the problem; seat -1 is none.</summary>
public sealed record Coalition(CoalitionKind Kind, IReadOnlyList<(int Trainee, int Seat)> Moves);
