#pragma once

// Several ways out that exclude each other: somebody who left for a job can no longer drop out. The share
// gone by each way, by Aalen and Johansen (1978, Scandinavian Journal of Statistics 5, p. 141): for a way j,
// the sum over times of S(just before) · leaving by j / still there. One minus Kaplan and Meier of one way
// alone says too much. Pure.

#include <vector>

namespace fabnum::statistics {

struct Ended {
    double time = 0;
    int way = 0;  // 0: still there when last seen; 1, 2, …: the ways out
};

struct Shares {
    double time = 0;
    int at_risk = 0, censored = 0;
    std::vector<int> events = {};   // by way, way 1 first
    double stay = 1;                // still there
    std::vector<double> gone = {};  // by way, way 1 first; with `stay` they make 1
};

// One line for each time at which something happened; `ways` is how many there are.
std::vector<Shares> aalen_johansen(std::vector<Ended> people, int ways);

// The last line at or before `time`; before the first, everybody is there.
Shares at(const std::vector<Shares>& curve, double time, int ways);

}  // namespace fabnum::statistics
