"""The sample workspace: three agencies in three phases, made by the same verbs operators use. Everybody in it is invented."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from cli.fiction.people import Fiction
from cli.fiction.sheets import write_xlsx
from registry.desk import gates, impor, masukan, pegawai, register, surat, tahap, tunggu
from registry.intake.importing import plan_import
from registry.model.act import Act
from registry.model.codes import StatusPegawai, Syarat
from registry.model.instansi import Kop, Ppk, UjiPublik
from registry.normalise.text import format_number
from registry.reference.instansi import instansi_by_code
from registry.store.store import Store
from registry.workspace import Workspace

TITLE = "Contoh Pengumuman Tenaga Non-ASN (semua orang rekaan)"
_CLERK = "Petugas Contoh"


@dataclass(frozen=True)
class Sample:
    """One agency of the demo: how many people, how dirty their files, and how many days ago it began."""

    kode: str
    people: int
    dirt: float
    days_ago: int
    carry_on: "Callable[[Stage], None]"


class Stage:
    """One agency's store and the demo's clock, which moves on with every act."""

    def __init__(self, workspace: Workspace, sample: Sample, now: datetime) -> None:
        self.workspace = workspace
        self.sample = sample
        self.moment = now - timedelta(days=sample.days_ago)
        workspace.add_instansi(sample.kode, self.act())
        self.store: Store = workspace.open_store(sample.kode, operator=_CLERK)
        self.periode = workspace.periode_for(self.store.instansi)

    def act(self, reason: str = "") -> Act:
        """An act one minute after the last one."""
        self.moment += timedelta(minutes=1)
        return Act(_CLERK, self.moment, reason)

    def wait(self, **time: int) -> None:
        """Let time pass."""
        self.moment += timedelta(**time)

    @property
    def terbitan(self) -> Path:
        """Where this agency's editions go."""
        return self.workspace.terbitan_folder(self.sample.kode)


def make_demo(path: Path, now: datetime, progress: Callable[[str], None]) -> Workspace:
    """Create the sample workspace at `path`. `progress` gets a sentence for each step."""
    workspace = Workspace.init(path, judul=TITLE)
    fill(workspace, now, lambda _done, _total, text: progress(text))
    return workspace


def fill(workspace: Workspace, now: datetime, progress: Callable[[int, int, str], None]) -> None:
    """Make the sample agencies in a workspace without any. `progress`: people done, people in all, what comes now."""
    done, total = 0, sum(sample.people for sample in SAMPLES)
    for sample in SAMPLES:
        known = instansi_by_code(sample.kode)
        nama = known.nama if known else sample.kode
        progress(done, total, f"{nama}: {format_number(sample.people)} orang")
        stage = Stage(workspace, sample, now)
        with stage.store:
            _settle(stage)
            _import(stage)
            sample.carry_on(stage)
        done += sample.people
    progress(done, total, "")


def _settle(stage: Stage) -> None:
    nama = stage.store.instansi.nama
    place = nama.removeprefix("Pemerintah ").removeprefix("Kota ").removeprefix("Kabupaten ").title()
    changes: dict[str, object] = {
        "kop": Kop(
            baris=(f"PEMERINTAH {nama.upper()}", "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA"),
            alamat="Jalan Contoh Nomor 1",
        ),
        "ppk": Ppk(nama="Nama Rekaan", jabatan=f"Kepala Daerah {place}"),
        "tempat": place,
        "alamat_masukan": "Loket BKPSDM, Jalan Contoh Nomor 1, pada jam kerja",
    }
    register.set_instansi(stage.store, changes, stage.act())


def _import(stage: Stage) -> None:
    """Four files, as the units send them."""
    sample = stage.sample
    fiction = Fiction(sample.kode, seed=2022, dirt=sample.dirt)
    rows = list(fiction.rows(sample.people))
    size = -(-len(rows) // 4)
    with TemporaryDirectory() as folder:
        for number, start in enumerate(range(0, len(rows), size), 1):
            file = Path(folder) / f"data-non-asn-{number}.xlsx"
            write_xlsx(file, rows[start : start + size], title="DATA TENAGA NON ASN (REKAAN)")
            plan = plan_import(file, periode=stage.periode, known=impor.known(stage.store))
            stage.wait(minutes=20)
            impor.apply_plan(stage.store, plan, stage.act(), file=file)


def _verify_some(stage: Stage) -> None:
    """The state of an agency at work: a third verified, contested and damaged rows still waiting."""
    ready = pegawai.nomor_with(stage.store, status=StatusPegawai.DRAF, undecided=False)
    pegawai.verify(stage.store, ready[: len(ready) // 3], stage.act())


def _verify_all(stage: Stage) -> None:
    waiting = [row.nomor for row in tunggu.waiting(stage.store)]
    if waiting:
        tunggu.decide_waiting(stage.store, waiting, "tolak", stage.periode, stage.act("Data perlu dibetulkan unit."))
    contested = pegawai.nomor_with(stage.store, status=StatusPegawai.DRAF, undecided=True)
    if contested:
        pegawai.decide_syarat(
            stage.store, contested, Syarat.MS, stage.act("Dibayar dari dana yang bersumber dari APBD.")
        )
    pegawai.verify(stage.store, pegawai.nomor_with(stage.store, status=StatusPegawai.DRAF), stage.act())


def _announce(stage: Stage, days: int) -> None:
    stage.wait(hours=2)
    start = stage.moment.astimezone(ZoneInfo(stage.store.instansi.zona))
    end = (start + timedelta(days=days)).replace(hour=23, minute=59, second=59, microsecond=0)
    tahap.announce(
        stage.store,
        stage.terbitan,
        stage.periode,
        stage.act(),
        uji_publik=UjiPublik(start, end),
        nomor="800/685-BKPSDM",
        tanggal=start.date(),
    )


def _scrutiny(stage: Stage) -> None:
    """Verified, announced, with proposals and objections in the inbox."""
    _verify_all(stage)
    _announce(stage, days=10)
    stage.wait(hours=20)
    numbers = pegawai.nomor_with(stage.store, status=StatusPegawai.TERVERIFIKASI)
    first = masukan.receive_usulan(
        stage.store,
        stage.act(),
        nama="Sri Rekaan Lestari",
        isi="Bekerja sejak 2015, belum terdaftar.",
        unit_kerja="Dinas Sosial",
    )
    masukan.receive_usulan(
        stage.store, stage.act(), nama="Bambang Rekaan", isi="SK 2018 terlampir.", unit_kerja="Dinas Kesehatan"
    )
    masukan.receive_sanggahan(
        stage.store, numbers[7], stage.act(), isi="Orang ini sudah tidak bekerja di unit tersebut."
    )
    last = masukan.receive_sanggahan(stage.store, numbers[40], stage.act(), isi="Tanggal mulai bekerja tidak benar.")
    stage.wait(hours=5)
    reason = "SK pertama bertanggal sesudah batas masa kerja."
    masukan.decide(stage.store, first.tanda_terima, stage.periode, stage.act(reason), granted=False)
    reason = "SK asli diperlihatkan dan sesuai."
    masukan.decide(stage.store, last.tanda_terima, stage.periode, stage.act(reason), granted=False)


def _final(stage: Stage) -> None:
    """The whole way to FINAL."""
    _verify_all(stage)
    _announce(stage, days=6)
    stage.wait(days=2)
    numbers = pegawai.nomor_with(stage.store, status=StatusPegawai.TERVERIFIKASI)
    objection = masukan.receive_sanggahan(stage.store, numbers[3], stage.act(), isi="Sudah pindah ke daerah lain.")
    stage.wait(hours=6)
    reason = "Benar, tidak lagi bekerja di sini."
    masukan.decide(stage.store, objection.tanda_terima, stage.periode, stage.act(reason), granted=True)
    stage.wait(days=7)
    tahap.compose_final(stage.store, stage.periode, stage.act())
    day = stage.moment.date()
    letter = surat.sptjm_letter(stage.store, stage.periode, nomor="800/912-BKPSDM", tanggal=day)
    stage.wait(days=1)
    with TemporaryDirectory() as folder:
        scan = Path(folder) / "sptjm-bertanda-tangan.pdf"
        scan.write_bytes(letter)
        tahap.attach_sptjm(stage.store, scan, stage.act(), nomor="800/912-BKPSDM", tanggal=day)
    missing = [
        gate.pesan
        for gate in gates.gates(stage.store, stage.moment, stage.periode)
        if gate.menghalangi and not gate.terpenuhi
    ]
    assert not missing, missing  # noqa: S101  (the demo itself would be wrong)
    tahap.finalise(
        stage.store, stage.terbitan, stage.periode, stage.act(), nomor="800/950-BKPSDM", tanggal=stage.moment.date()
    )


SAMPLES = (
    Sample("5102", 4_000, 0.05, 1, _verify_some),
    Sample("3375", 1_900, 0.0, 3, _scrutiny),
    Sample("1172", 240, 0.0, 40, _final),
)
