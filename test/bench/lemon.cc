// The reference: LEMON's network simplex on an instance of `trellis assign`, read from standard input.
// Prints the cost and the seconds that solving alone took.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <chrono>
#include <cstdio>
#include <utility>
#include <vector>

using Graph = lemon::SmartDigraph;

int main() {
  int entries, judges, reviews, places, balance;
  if (std::scanf("%d%d%d%d%d", &entries, &judges, &reviews, &places, &balance) != 5) return 2;
  Graph graph;
  const int nodes = entries + judges + 1, sink = nodes - 1;
  for (int n = 0; n < nodes; n++) graph.addNode();
  std::vector<int> costs;
  for (int entry, judge, cost; std::scanf("%d%d%d", &entry, &judge, &cost) == 3;) {
    graph.addArc(graph.nodeFromId(entry), graph.nodeFromId(entries + judge));
    costs.push_back(cost);
  }
  for (int judge = 0; judge < judges; judge++) {
    for (int place = 0; place < places; place++) {
      graph.addArc(graph.nodeFromId(entries + judge), graph.nodeFromId(sink));
      costs.push_back(place * balance);
    }
  }
  Graph::ArcMap<int> cost(graph), capacity(graph, 1);
  for (size_t arc = 0; arc < costs.size(); arc++) cost[graph.arcFromId(arc)] = costs[arc];
  Graph::NodeMap<int> supply(graph, 0);
  for (int entry = 0; entry < entries; entry++) supply[graph.nodeFromId(entry)] = reviews;
  supply[graph.nodeFromId(sink)] = -entries * reviews;

  using Simplex = lemon::NetworkSimplex<Graph, int, long long>;
  const auto began = std::chrono::steady_clock::now();
  Simplex simplex(graph);
  const auto outcome = simplex.upperMap(capacity).costMap(cost).supplyMap(supply).run();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  if (outcome != Simplex::OPTIMAL) return 1;
  std::printf("%lld %.6f\n", simplex.totalCost<long long>(), took.count());
}
