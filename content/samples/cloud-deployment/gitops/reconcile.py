"""GitOps in one loop: compare what Git says with what runs, and remove the difference."""


# #region reconcile
def plan(git: dict, cluster: dict, prune: bool) -> list[tuple]:
    steps = [("create", n, git[n]) for n in git if n not in cluster]
    for name in git.keys() & cluster.keys():    # only the fields that Git names
        if any(cluster[name].get(k) != v for k, v in git[name].items()):
            steps.append(("update", name, git[name]))
    if prune:
        steps += [("delete", n, None) for n in cluster if n not in git]
    return steps


def reconcile(git: dict, cluster: dict, prune: bool = True) -> list[str]:
    done = []
    for action, name, spec in plan(git, cluster, prune):
        if action == "delete":
            del cluster[name]
        else:
            cluster[name] = cluster.get(name, {}) | spec
        done.append(f"{action} {name}")
    return done or ["in sync"]
# #endregion reconcile


if __name__ == "__main__":
    git = {"shop-api": {"image": "1.4.0", "replicas": 4}, "shop-worker": {"image": "1.4.0", "replicas": 1}}
    cluster: dict = {}
    print("first sync:          ", reconcile(git, cluster))
    print("nothing changed:     ", reconcile(git, cluster))
    cluster["shop-api"]["replicas"] = 12                      # the autoscaler, or a person at night
    print("replicas set to 12:  ", reconcile(git, cluster), "->", cluster["shop-api"]["replicas"])
    for spec in git.values():
        spec.pop("replicas")                                  # Git stops to claim the field
    cluster["shop-api"]["replicas"] = 12
    print("field left out:      ", reconcile(git, cluster), "->", cluster["shop-api"]["replicas"])
    git["shop-api"]["image"] = "1.5.0"
    print("commit with 1.5.0:   ", reconcile(git, cluster))
    git["shop-api"]["image"] = "1.4.0"                        # git revert
    print("git revert:          ", reconcile(git, cluster))
    del git["shop-worker"]
    print("file removed:        ", reconcile(git, cluster), "->", sorted(cluster))
