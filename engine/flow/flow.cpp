#include "flow/draws.hpp"
#include "flow/ledger.hpp"
