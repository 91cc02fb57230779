"""`handrail demo`: its own folder, made once, and never somebody's real one."""

from handrail.kit.keys import read_keys
from handrail.project.commands.backups.sqlite import opened
from handrail.project.commands.demo import has_tables_of_another_version
from handrail.project.place import Place
from tests.commands.installed import Home
from tests.product import free_port


def test_demo_is_made_once_and_opens_again(tmp_path):
    home, port = Home(tmp_path / "var" / "demo"), free_port()
    home.path.parent.mkdir()
    real = {"HANDRAIL_DATABASE_URL": "postgresql://nobody@nowhere/real", "HANDRAIL_REACH": "proxy"}

    with home.started("--home", home.path, "--port", port, command="demo", **real) as demo:
        assert "Making the demo" in demo.said
        assert f"http://localhost:{port}/demo/" in demo.said
        assert demo.get("/demo/")[0] == 200
    rows = home.rows()
    with home.started("--home", home.path, command="demo", PORT=str(port)) as demo:
        assert "Making" not in demo.said
        assert demo.get("/demo/")[0] == 200

    assert home.rows()["people_person"] == rows["people_person"] > 0
    assert [path.name for path in home.path.parent.iterdir() if path.is_dir()] == ["demo"]
    assert "holds the demo" in home.refuses("up", "--home", home.path, "--port", port)
    assert not has_tables_of_another_version(Place(home.path))
    with opened(Place(home.path).database, read_keys(home.path / "keys").database) as connection:
        connection.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('people', '0099_of_tomorrow', '2026-01-01')"
        )
    assert has_tables_of_another_version(Place(home.path))


def test_demo_refuses_a_real_installation(home, tmp_path):
    before = home.everything()

    for words in ([], ["--fresh"]):
        assert "does not hold a demo" in home.refuses("demo", "--home", home.path, "--port", free_port(), *words)
    assert home.everything() == before

    other = tmp_path / "documents"
    other.mkdir()
    (other / "letter.txt").write_text("Dear Ana,")
    assert "does not hold a demo" in home.refuses("demo", "--home", other, "--port", free_port())
